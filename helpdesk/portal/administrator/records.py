"""Records that others name and that have not arrived: the list for whoever feeds the mirror."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.kernel.actor import Side
from helpdesk.marketplace import queries as marketplace
from helpdesk.oversight.words import KINDS
from helpdesk.portal import pages
from helpdesk.portal.hats import Signed


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """What has waited longest comes first."""
    page = marketplace.incomplete(actor=request.actor, after=request.GET.get("after", ""))
    rows = [(stub, KINDS[stub.name.kind]) for stub in page.data]
    return pages.render(request, "administrator/records.html", {"rows": rows, "page": page})
