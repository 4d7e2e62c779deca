"""One calendar: a year of it, who counts by it, what was changed and by whom, and the form to change it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.deadlines import policies, queries
from helpdesk.deadlines.terms.editions import VersionShown
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Refusal
from helpdesk.portal import pages
from helpdesk.portal.administrator.calendars import forms
from helpdesk.portal.drafts import said
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed
from helpdesk.portal.public.calendars import year_in
from helpdesk.portal.years import holiday_name, short_day, year_shown
from helpdesk.workdays.changes import Change
from helpdesk.workdays.horizon import HORIZON_ALARM_DAYS

_NAMED = 12  # sellers that are named; the rest is a number


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChanged:
    """A line of a difference; `written` is the date for a form."""

    on: str
    written: str
    name: str
    is_added: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """A version with what it changed, in the reader's words."""

    of: VersionShown
    days: tuple[DayChanged, ...]


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, code: str) -> HttpResponse:
    """The year, with a form for platform administrators."""
    return page(request, code, rows=forms.fresh_rows(on=request.GET.get("on", "")[:10]))


def page(
    request: Signed, code: str, *, rows: list[forms.Row], refusal: Refusal | None = None
) -> HttpResponse:
    """The same with what was typed, and what was wrong with it."""
    actor, today = request.actor, clock.now().date()
    year = queries.calendar_year_for_system(code=code, year=year_in(request), today=today)
    sellers = queries.sellers_by(actor=actor, code=code)
    context: dict[str, Any] = {
        "year": year_shown(year=year, today=today),
        "off": [
            DayChanged(
                on=short_day(on=on), written=on.isoformat(), name=holiday_name(holiday=day), is_added=False
            )
            for on, day in sorted(year.holidays.items())
        ],
        "rows": rows,
        "refusal": refusal and said(refusal),
        "may_publish": policies.can_publish_calendar(actor),
        "parts": queries.parts_of(code=code),
        "sellers": sellers[:_NAMED],
        "more_sellers": max(0, len(sellers) - _NAMED),
        "versions": [_line(version) for version in queries.versions_of(actor=actor, code=code)],
        "package": [*days_changed(queries.package_change(actor=actor, code=code))]
        if year.base < year.shipped
        else [],
        "is_short": (year.last_day - today).days < HORIZON_ALARM_DAYS,
        "waiting": queries.waiting_for_recheck(actor=actor),
        "published": request.GET.get("published", "").isdigit(),
    }
    status = STATUS[refusal.kind] if refusal else 200
    return pages.render(request, "administrator/calendars/year.html", context, status=status)


def days_changed(change: Change) -> Iterator[DayChanged]:
    """By date: what is new with its name, what is gone."""
    for on in sorted({*change.added, *change.removed}):
        new = change.added.get(on)
        yield DayChanged(
            on=short_day(on=on),
            written=on.isoformat(),
            name=holiday_name(holiday=new) if new else "",
            is_added=new is not None,
        )


def _line(version: VersionShown) -> VersionLine:
    return VersionLine(of=version, days=tuple(days_changed(version.change)))
