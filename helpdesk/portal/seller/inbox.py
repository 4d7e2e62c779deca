"""The seller's inbox: what is due first stands first."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.conversations import queries as conversations
from helpdesk.conversations.terms import InboxRow
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Invalid
from helpdesk.portal import pages
from helpdesk.portal.hats import Signed

_ROWS = 25
_QUIET = 10
_MICROSECONDS = 17  # digits: past the year 5000


@require_safe
@pages.only(Side.SELLER)
def inbox(request: Signed) -> HttpResponse:
    """Open questions by deadline; on the first page also what was answered lately."""
    after = _place(request.GET.get("after", ""))
    rows = conversations.inbox(actor=request.actor, limit=_ROWS + 1, after=after)
    quiet = [] if after else conversations.quiet_threads(actor=request.actor, limit=_QUIET)
    more = _written(rows[_ROWS - 1]) if len(rows) > _ROWS else None
    return pages.render(request, "seller/inbox.html", {"rows": rows[:_ROWS], "quiet": quiet, "next": more})


def _written(row: InboxRow) -> str:
    return f"{clock.to_us(row.obligation.deadline)}.{row.obligation.id}"


def _place(written: str) -> tuple[datetime, UUID] | None:
    if not written:
        return None
    at, _, id = written.partition(".")
    if not (at.isascii() and at.isdigit() and len(at) <= _MICROSECONDS):
        raise Invalid("page.no_such_place", field="after")
    try:
        return clock.from_us(int(at)), UUID(id)
    except (ValueError, OverflowError):
        raise Invalid("page.no_such_place", field="after") from None
