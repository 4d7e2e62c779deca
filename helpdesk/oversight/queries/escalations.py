"""What was put before the Platform, the most urgent first; never a word of it."""

from datetime import datetime
from typing import Final
from uuid import UUID

from helpdesk.cases import queries as cases
from helpdesk.cases.terms.deeds import CaseShown, Chosen
from helpdesk.cases.terms.names import BEFORE_PLATFORM, Owner
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight.policies import can_read_files

ESCALATIONS: Final = 25  # cases that a page shows


def escalations(
    *,
    actor: Actor,
    now: datetime,
    limit: int = ESCALATIONS,
    market: str | None = None,
    after: tuple[datetime, UUID] | None = None,
) -> list[CaseShown]:
    """Cases before the Platform, by what is owed next: also those in which it waits for what it asked for.

    `after` is (listed_at, id) of the last one seen. Two SQL statements beside the scope's. Raises Forbidden.
    """
    if not can_read_files(actor=actor):
        raise Forbidden("oversight.not_yours")
    chosen = Chosen(stages=BEFORE_PLATFORM, open=True, market=market)
    return cases.cases_due(actor=actor, now=now, limit=limit, chosen=chosen, after=after)


def escalations_count(*, actor: Actor, market: str | None = None) -> int:
    """How many wait for the Platform itself. One SQL statement beside the scope's. Raises Forbidden."""
    if not can_read_files(actor=actor):
        raise Forbidden("oversight.not_yours")
    return cases.waiting_count(
        actor=actor, chosen=Chosen(stages=BEFORE_PLATFORM, waiting_on=Owner.PLATFORM, market=market)
    )
