"""A calendar's year for everybody: which days no clock counts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.deadlines import queries
from helpdesk.kernel import clock
from helpdesk.kernel.refusal import NotFound
from helpdesk.portal.years import year_shown

_DIGITS = 4


@require_safe
def show(request: HttpRequest, code: str) -> HttpResponse:
    """For everybody, signed in or not."""
    today = clock.now().date()
    year = queries.calendar_year_for_system(code=code, year=year_in(request), today=today)
    return render(request, "public/calendar.html", {"year": year_shown(year=year, today=today)})


def year_in(request: HttpRequest) -> int | None:
    """The year that the address asks for, None for the present one. Raises NotFound."""
    written = request.GET.get("year", "")
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and len(written) == _DIGITS):
        raise NotFound("calendar.year")
    return int(written)
