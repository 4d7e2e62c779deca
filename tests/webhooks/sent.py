"""Short ways: an endpoint, the worker's steps at an instant, and what became of deliveries."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Parked
from helpdesk.console import delivering
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.webhooks import actions, models
from helpdesk.webhooks.terms import Kept, SendingState, Wanted
from tests.cast import PLATFORM


def add(
    url: str, *, now: datetime, actor: Actor = PLATFORM, kinds: Sequence[str] = (), key: str = ""
) -> Kept:
    """An endpoint."""
    wanted = Wanted(url=url, kinds=kinds)
    return actions.add_webhook(actor=actor, now=now, wanted=wanted, key=key or f"add {url} {actor.name}")


def react(now: datetime) -> None:
    """What waits gets its number, and reactions take it in."""
    archive.number_entries(actor=SYSTEM, now=now)
    archive.run_reactions(actor=SYSTEM, now=now, wiring=settings.HELPDESK_REACTIONS)
    with everything():
        assert not Parked.objects.exists()


def deliver(now: datetime, *, limit: int = 50) -> list[SendingState]:
    """What is due leaves, one after the other, until nothing is due; what became of each."""
    found: list[SendingState] = []
    while due := actions.take_up_deliveries(actor=SYSTEM, now=now, limit=limit):
        for one in due:
            outcome = delivering.send(due=one)
            found.append(actions.note_outcome(actor=SYSTEM, now=now, due=one, outcome=outcome))
    return found


def rows() -> list[models.Delivery]:
    """All deliveries, in the order of the log."""
    with everything():
        return list(models.Delivery.objects.order_by("number", "id"))


def endpoint() -> models.Endpoint:
    """The only one."""
    with everything():
        return models.Endpoint.objects.get()
