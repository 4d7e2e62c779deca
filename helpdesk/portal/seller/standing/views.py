"""A shop's standing, its obligations as a list, and as a file."""

from django.http import HttpResponse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.portal import announced, pages, places
from helpdesk.portal.hats import Signed
from helpdesk.portal.seller.standing import charts
from helpdesk.portal.seller.standing.rows import rows
from helpdesk.portal.seller.standing.told import told
from helpdesk.standing import queries

_MOST_COSTLY = 5
_PAGE = 50


@require_safe
@pages.only(Side.SELLER)
def show(request: Signed) -> HttpResponse:
    """The score, what would change it, how fast answers came, and what cost most."""
    now = clock.now()
    found = queries.dashboard(actor=request.actor, now=now)
    of = found.explained
    costly = sorted((line for line in of.lines if queries.costs(line=line)), key=lambda line: -line.lost)
    context = {
        "announced": announced.coming(now=now),
        "told": told(found),
        "spread": charts.spread(found.times),
        "weekly": charts.weekly(found.weeks),
        "daily": charts.daily(found.days, guides=[of.weights.low / 1000, of.weights.high / 1000]),
        "points": len(of.lines),
        "costly": rows(
            actor=request.actor, now=now, lines=costly[:_MOST_COSTLY], score=of.score, weights=of.weights
        ),
    }
    return pages.render(request, "standing/page.html", context)


@require_safe
@pages.only(Side.SELLER)
def points(request: Signed) -> HttpResponse:
    """Every obligation, or those alone that cost something (`?cost=1`)."""
    lost, now = request.GET.get("cost") == "1", clock.now()
    page = queries.lines_of(actor=request.actor, now=now, limit=_PAGE, after=places.read(request), lost=lost)
    last = page.lines[-1].point if page.more else None
    more = places.written(at=clock.from_us(last.deadline), id=last.id) if last else ""
    context = {
        "rows": rows(actor=request.actor, now=now, lines=page.lines, score=page.score, weights=page.weights),
        "total": page.total,
        "lost": lost,
        "next": urlencode(({"cost": 1} if lost else {}) | {"after": more}) if more else "",
    }
    return pages.render(request, "standing/points.html", context)


@require_safe
@pages.only(Side.SELLER)
def points_csv(request: Signed) -> HttpResponse:
    """The same as a table for a spreadsheet: codes and plain numbers in every language."""
    text = queries.points_csv(actor=request.actor, now=clock.now())
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="points.csv"'
    return response
