"""Choose which market a person looks at, at work."""

from datetime import datetime
from uuid import UUID

from helpdesk.accounts.models import Person
from helpdesk.accounts.policies import can_choose_for
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden


def choose_market_filter(*, actor: Actor, now: datetime, person_id: UUID, market: str) -> None:
    """Empty for all markets; whoever asks has checked that there is this one. One SQL statement.

    A market that goes away later is all markets again.
    """
    if not can_choose_for(actor=actor, person_id=person_id):
        raise Forbidden("accounts.not_yours")
    Person.objects.filter(id=person_id).update(market_filter=market)
