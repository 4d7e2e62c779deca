"""How mails fare: what waits, and what did not arrive; never what a mail told."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.notifications import queries
from helpdesk.portal import pages
from helpdesk.portal.hats import Signed


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed) -> HttpResponse:
    """The last 30 days."""
    post = queries.post(actor=request.actor, now=clock.now())
    return pages.render(request, "administrator/post.html", {"post": post})
