"""What the buyer's side is writing."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.portal import composing, pages
from helpdesk.portal.hats import Signed


@require_POST
@pages.only(Side.BUYER)
def keep(request: Signed, conversation: Ref) -> HttpResponse:
    """A draft, for its writer's other devices."""
    return composing.keep(request, conversation)
