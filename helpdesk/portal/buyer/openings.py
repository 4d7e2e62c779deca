"""What stands beside an order: its cases, the six tiles, the law's withdrawal function."""

from helpdesk.cases import queries
from helpdesk.cases import words as named
from helpdesk.cases.terms.deeds import Chosen
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.marketplace.terms.shown import MarketShown, OrderShown
from helpdesk.portal.cases import views
from helpdesk.portal.hats import Signed

_MOST = 20  # cases of one order on its page


def beside(request: Signed, *, order: OrderShown, market: MarketShown) -> dict[str, object]:
    """For the order's page: seven SQL statements beside the scope's; none of an order without its details."""
    now = clock.now()
    chosen = Chosen(order=order.ref)
    found = queries.cases_of(actor=request.actor, now=now, limit=_MOST, chosen=chosen)
    cases = [views.view(case=one, reader=Side.BUYER, now=now, zone=request.zone) for one in found]
    if order.incomplete or not order.lines:
        return {"cases": cases}
    return {
        "cases": cases,
        "openable": queries.openable(order=order, market=market, now=now),
        "withdraw": named.WITHDRAWAL["function"],
    }
