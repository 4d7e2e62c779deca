"""Tell people of clocks that run out: warnings are marks of the sweep, so no entry brings them."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.notifications.actions.telling import write
from helpdesk.notifications.queries import warned
from helpdesk.notifications.terms import WARNINGS_SINCE


def tell_of_warnings(*, actor: Actor, now: datetime, limit: int) -> int:
    """Notices of up to `limit` warnings that nobody was told of yet; returns how many. Safe to repeat."""
    with acting(actor):
        return write(happened=warned(since=now - WARNINGS_SINCE, limit=limit), now=now)
