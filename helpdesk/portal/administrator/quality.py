"""How good shops answer: all that were judged, and one of them month by month."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace import queries as marketplace
from helpdesk.oversight import queries
from helpdesk.portal import pages, quality
from helpdesk.portal.hats import Signed

_MOST = 2**63 - 1  # what the database counts to


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """Shops with judged answers in the last year."""
    shops = queries.quality_of_shops(actor=request.actor, now=clock.now())
    return pages.render(request, "administrator/quality.html", {"shops": shops})


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, seller: int) -> HttpResponse:
    """One shop's trend."""
    if seller > _MOST:
        raise NotFound("seller.not_found")
    found = queries.quality_of_shop(actor=request.actor, now=clock.now(), seller_id=seller)
    shop = marketplace.seller_of(actor=request.actor, seller_id=seller)
    return pages.render(request, "administrator/quality_shop.html", {"shop": shop, **quality.context(found)})
