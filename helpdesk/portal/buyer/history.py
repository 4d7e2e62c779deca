"""Everything between this buyer and the other side of a conversation."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.portal import history, pages
from helpdesk.portal.hats import Signed


@require_safe
@pages.only(Side.BUYER)
def show(request: Signed, conversation: Ref) -> HttpResponse:
    """The latest first, narrowed down by chips."""
    return history.show(request, conversation=conversation)
