"""Outages: the hours that count for nobody, for everybody to look up."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.deadlines import queries
from helpdesk.deadlines.terms.outages import PULSE_EVERY, SHORTEST_GAP
from helpdesk.kernel.refusal import Invalid
from helpdesk.portal.outages import told

_DIGITS = 9  # of an outage's number


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """For everybody, signed in or not; the latest first. Strangers read the operator's wall clock."""
    zone = getattr(request, "zone", None) or settings.HELPDESK.time_zone
    found = queries.published_outages_for_system(limit=queries.OUTAGES + 1, before=_before(request))
    rows = found[: queries.OUTAGES]
    context = {
        "zone": zone,
        "outages": [told(one, zone=zone) for one in rows],
        "next": rows[-1].number if len(found) > len(rows) else None,
        "minutes": int(SHORTEST_GAP.total_seconds()) // 60,
        "seconds": int(PULSE_EVERY.total_seconds()),
    }
    return render(request, "public/outages.html", context)


def _before(request: HttpRequest) -> int | None:
    written = request.GET.get("before", "")
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and len(written) <= _DIGITS):
        raise Invalid("page.no_such_place", field="before")
    return int(written)
