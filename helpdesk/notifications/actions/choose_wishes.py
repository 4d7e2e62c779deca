"""Choose what is told by mail, and when: a setting of the person's own."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.notifications.actions.choosing import check, columns
from helpdesk.notifications.models import Wish
from helpdesk.notifications.terms import KINDS_OF, MAILED, Wishes


def choose_wishes(*, actor: Actor, now: datetime, wishes: Wishes) -> None:
    """In place of what was chosen before; counts from the next mail on. Safe to repeat.

    Hours and rhythm are for all hats of the person, as is a kind of which several sides are told; what other
    sides alone are told stays as it was. An empty zone is the shop's, or the market's. Raises Forbidden for
    sides that are told nothing, Invalid for a zone that is none and minutes that no day has.
    """
    if actor.side not in KINDS_OF:
        raise Forbidden("wishes.not_yours")
    check(wishes=wishes)
    chosen = columns(wishes=wishes, side=actor.side)
    with transaction.atomic():
        chosen["mailed"] = [*chosen["mailed"], *_of_other_sides(actor)]  # type: ignore[misc]
        Wish.objects.update_or_create(person_id=actor.person, defaults=chosen)


def _of_other_sides(actor: Actor) -> list[str]:
    mine = {kind.value for kind in KINDS_OF[actor.side]}
    return sorted(set(_mailed(actor.person)) - mine)


def _mailed(person: UUID) -> list[str]:
    row = Wish.objects.select_for_update().filter(person_id=person).first()
    return row.mailed if row else [kind.value for kinds in MAILED.values() for kind in kinds]
