"""The public figures of appeals: how many, about what, how long, and with which outcome."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.enforcement import queries
from helpdesk.enforcement.terms.appeals import Against, Figure, Matter
from helpdesk.enforcement.words import MATTERS
from helpdesk.kernel import clock
from helpdesk.kernel.refusal import NotFound
from helpdesk.portal import appeals
from helpdesk.portal.figures import decimal
from helpdesk.standing.terms.disputes import Claim
from helpdesk.standing.words import CLAIMS

_DAY = 24  # hours
_FIRST = 2020  # no figures are older than the house


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One kind of complaint; times in days, empty where none is decided."""

    of: Figure
    matter: str
    kind: str
    median: str
    mean: str


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """For everybody, signed in or not: of `?year=`, else of the present one."""
    now = clock.now()
    year = _year(request.GET.get("year", ""), now.date())
    found = queries.appeal_figures_for_system(year=year)
    rows = [_row(one) for one in found]
    context = {
        "year": year,
        "years": queries.years_for_system(now=now),
        "rows": rows,
        "filed": sum(one.filed for one in found),
        "decided": sum(one.decided for one in found),
        "changed": sum(one.changed + one.reversed for one in found),
        "in_time": sum(one.in_time for one in found),
        "days": queries.appeal_days(),
    }
    return render(request, "public/appeals.html", context)


@require_safe
def as_csv(request: HttpRequest, year: int) -> HttpResponse:
    """The same as a table: codes and plain numbers."""
    if not _FIRST <= year <= clock.now().year:
        raise NotFound("appeal.not_found")
    text = queries.appeal_figures_csv(year=year)
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="appeals-{year}.csv"'
    return response


def _year(wanted: str, today: date) -> int:
    known = wanted.isascii() and wanted.isdigit() and len(wanted) == len(str(_FIRST))
    return min(max(int(wanted), _FIRST), today.year) if known else today.year


def _row(one: Figure) -> Row:
    return Row(
        of=one,
        matter=str(MATTERS[one.matter]),
        kind=str(CLAIMS[Claim(one.code)])
        if one.matter is Matter.SCORE
        else appeals.named(Against(one.matter.value), one.code),
        median=_days(one.median),
        mean=_days(one.mean),
    )


def _days(hours: float | None) -> str:
    return "" if hours is None else decimal(hours / _DAY, places=1)
