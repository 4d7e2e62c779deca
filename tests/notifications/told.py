"""What tests of notices share: the worker's steps at an instant, and short ways to look at their rows."""

from datetime import datetime
from uuid import UUID

from django.conf import settings

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Parked
from helpdesk.kernel.actor import SYSTEM
from helpdesk.notifications import actions
from helpdesk.notifications.models import Delivery, Notice, Wish
from helpdesk.notifications.terms import Kind, Rhythm
from tests import cast

NAMES = {each.person: each.name for each in cast.EVERYBODY} | {cast.READER.person: "Reader"}
REACTION = "helpdesk.notifications.reactions.on_entry"


def react(now: datetime) -> None:
    """What waits gets its number, and reactions take it in."""
    archive.number_entries(actor=SYSTEM, now=now)
    archive.run_reactions(actor=SYSTEM, now=now, wiring=settings.HELPDESK_REACTIONS)
    with everything():
        assert not Parked.objects.exists()


def warn(now: datetime) -> int:
    """Warnings that the sweep gave become notices."""
    return actions.tell_of_warnings(actor=SYSTEM, now=now, limit=100)


def notices() -> list[tuple[str, str]]:
    """(who, what) of all notices, in order."""
    return sorted((NAMES[row.person_id], row.kind) for row in rows())


def open_notices() -> list[tuple[str, str]]:
    """Those that are not settled."""
    return sorted((NAMES[row.person_id], row.kind) for row in rows() if row.settled_at is None)


def rows() -> list[Notice]:
    with everything():
        return list(Notice.objects.order_by("at", "person_id"))


def deliveries() -> list[Delivery]:
    with everything():
        return list(Delivery.objects.order_by("due_at", "person_id", "id"))


def states() -> dict[str, list[str]]:
    """What became of each person's deliveries."""
    found: dict[str, list[str]] = {}
    for row in deliveries():
        found.setdefault(NAMES[row.person_id], []).append(row.state)
    return found


def wish(person: UUID, **columns: object) -> None:
    """A person's own settings; no quiet hours unless told."""
    usual = {"mailed": [kind.value for kind in Kind], "rhythm": Rhythm.AT_ONCE.value}
    quiet = {"quiet_from": 0, "quiet_until": 0}
    with everything():
        Wish.objects.update_or_create(person_id=person, defaults={**usual, **quiet, **columns})
