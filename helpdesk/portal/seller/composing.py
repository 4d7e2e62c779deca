"""Who of the shop reads or answers."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.portal import composing, pages
from helpdesk.portal.hats import Signed


@require_POST
@pages.only(Side.SELLER)
def be_present(request: Signed, conversation: Ref) -> HttpResponse:
    """For colleagues: who reads or answers here."""
    return composing.be_present(request, conversation)
