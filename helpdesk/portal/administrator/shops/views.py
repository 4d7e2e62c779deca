"""The pages of shops at the desk, and their numbers as a file."""

from django.http import HttpResponse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import NotFound
from helpdesk.oversight import queries
from helpdesk.oversight.queries import DAYS, ShopRow
from helpdesk.portal import figures, pages
from helpdesk.portal.administrator.shops import drawn, words
from helpdesk.portal.hats import Signed
from helpdesk.portal.measures import told

_MOST = 2**63 - 1  # what the database counts to


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """The most urgent first, or those whose name is asked for."""
    asked = request.GET.get("words", "")
    found = queries.shops(actor=request.actor, now=clock.now(), words=asked, market=request.market)
    context = {"shops": [_row(one) for one in found], "words": asked}
    return pages.render(request, "administrator/shops/index.html", context)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, seller: int) -> HttpResponse:
    """One shop: what it owes, how it stood week by week, its score, and what was done about it."""
    if seller > _MOST:
        raise NotFound("seller.not_found")
    now = clock.now()
    found = queries.shop_file(actor=request.actor, now=now, seller_id=seller)
    context = {
        "found": found,
        "row": _row(found.row),
        "weeks": list(zip(map(drawn.short_day, found.mondays), drawn.line(found.weeks).cells, strict=True)),
        "score": figures.factor(found.score.p),
        "rank": "" if found.row.rank is None else figures.milli(found.row.rank),
        "trend": drawn.trend(found.trend),
        "measures": [told.measure(one, now=now) for one in found.measures],
    }
    return pages.render(request, "administrator/shops/shop.html", context)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def overview(request: Signed) -> HttpResponse:
    """How the marketplace answers: day by day, market by market, and the map of shops and weeks."""
    now, days = clock.now(), _days(request)
    found = queries.overview(actor=request.actor, now=now, days=days, market=request.market)
    heat = queries.heat_map(actor=request.actor, now=now, market=request.market)
    context = {
        "days": days,
        "choices": DAYS,
        "total": found.total,
        "share": drawn.share(found.total),
        "open": found.last.open,
        "overdue": found.last.overdue,
        "picture": drawn.picture(found),
        "markets": [(one, drawn.share(one.of)) for one in found.markets],
        "mondays": [drawn.short_day(on) for on in heat.firsts],
        "lines": [drawn.line(shop) for shop in heat.shops],
        "csv": urlencode({"days": days}),
    }
    return pages.render(request, "administrator/shops/overview.html", context)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def as_csv(request: Signed) -> HttpResponse:
    """Each day of each shop and market: codes and plain numbers in every language."""
    text = queries.days_csv(actor=request.actor, now=clock.now(), days=_days(request), market=request.market)
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="days.csv"'
    return response


def _days(request: Signed) -> int:
    """As asked for; what nobody offers is as good as nothing asked."""
    asked = request.GET.get("days", "")
    return next((days for days in DAYS if str(days) == asked), DAYS[1])


def _row(one: ShopRow) -> dict[str, object]:
    return {
        "of": one,
        "percent": "" if one.share is None else figures.percent(one.share),
        "rank": "" if one.rank is None else figures.milli(one.rank),
        "restricted": [words.RESTRICTED[kind] for kind in one.restricted],
    }
