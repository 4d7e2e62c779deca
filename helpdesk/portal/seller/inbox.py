"""The seller's inbox: what is due first stands first."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.conversations import queries as conversations
from helpdesk.kernel.actor import Side
from helpdesk.portal import pages, places
from helpdesk.portal.hats import Signed

_ROWS = 25
_QUIET = 10


@require_safe
@pages.only(Side.SELLER)
def inbox(request: Signed) -> HttpResponse:
    """Open questions by deadline; on the first page also what was answered lately."""
    after = places.read(request)
    rows = conversations.inbox(actor=request.actor, limit=_ROWS + 1, after=after)
    quiet = [] if after else conversations.quiet_threads(actor=request.actor, limit=_QUIET)
    last = rows[_ROWS - 1].obligation if len(rows) > _ROWS else None
    more = places.written(at=last.deadline, id=last.id) if last else None
    return pages.render(request, "seller/inbox.html", {"rows": rows[:_ROWS], "quiet": quiet, "next": more})
