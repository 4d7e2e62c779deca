"""One click on a text that was not sent: a person shall look at it."""

from uuid import uuid5

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from helpdesk.conversations import actions
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.portal import pages
from helpdesk.portal.hats import Signed


@require_POST
@pages.signed
def ask(request: Signed, attempt: Ref) -> HttpResponse:
    """Until when somebody looks is said; clicked again, it says the same."""
    actor = request.actor
    key = str(uuid5(attempt.id, f"check/{actor.person}"))
    asked = actions.ask_for_check(actor=actor, now=clock.now(), attempt=attempt, key=key)
    return pages.render(request, "parts/check_asked.html", {"due_at": asked.due_at})
