"""From a change to its publication: what would move, and then the one button."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from helpdesk.deadlines import actions, queries
from helpdesk.deadlines.terms.editions import Preview
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Forbidden, NotFound, Refusal
from helpdesk.portal import pages
from helpdesk.portal.administrator.calendars import forms, year
from helpdesk.portal.hats import Signed
from helpdesk.portal.years import calendar_name
from helpdesk.workdays.changes import Change


@require_POST
@pages.only(Side.ADMINISTRATOR)
def preview(request: Signed, code: str) -> HttpResponse:
    """What publishing this change would do; nothing is stored."""
    try:
        want = forms.wanted(request.POST)
        found = queries.preview(
            actor=request.actor, now=clock.now(), code=code, change=want.change, parts=want.parts
        )
    except (Forbidden, NotFound):
        raise
    except Refusal as refusal:
        return year.page(request, code, rows=forms.rows(request.POST), refusal=refusal)
    return _preview(request, code, want, found)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def publish(request: Signed, code: str) -> HttpResponse:
    """For everybody, from now on; then the year, with how much is still to be moved."""
    try:
        want = forms.wanted(request.POST)
        version = actions.publish_calendar(
            actor=request.actor,
            now=clock.now(),
            code=code,
            change=want.change,
            key=want.key,
            expected_version=want.expected,
            parts=want.parts,
            correct_closed=want.correct_closed,
        )
    except (Forbidden, NotFound):
        raise
    except Refusal as refusal:
        return year.page(request, code, rows=forms.rows(request.POST), refusal=refusal)
    query = {"published": version} | _year_of(want.change)
    return redirect(f"{reverse('administrator:calendar', args=[code])}?{urlencode(query)}")


def _preview(request: Signed, code: str, want: forms.Wanted, found: Preview) -> HttpResponse:
    context: dict[str, Any] = {
        "code": code,
        "name": calendar_name(code=code),
        "want": want,
        "preview": found,
        "added": len(want.change.added),
        "days": [*year.days_changed(want.change)],
        "parts": [
            (calendar_name(code=target.code), found.by_calendar.get(target.code))
            for target in found.targets[1:]
        ],
        "shown": _year_of(want.change).get("year", ""),
    }
    return pages.render(request, "administrator/calendars/preview.html", context)


def _year_of(change: Change) -> dict[str, int]:
    """The year in which it begins, to land there."""
    days = sorted({*change.added, *change.removed})
    return {"year": days[0].year} if days else {}
