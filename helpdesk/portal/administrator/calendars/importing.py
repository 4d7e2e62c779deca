"""An iCalendar file proposes days off; a person ticks those that become one."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import msgspec
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from helpdesk.deadlines import queries
from helpdesk.deadlines.policies import can_publish_calendar
from helpdesk.deadlines.terms.changing import as_written
from helpdesk.deadlines.terms.editions import MAX_DAYS, MAX_NAME, CalendarYear
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Forbidden, Invalid
from helpdesk.portal import pages
from helpdesk.portal.administrator.calendars import forms, year
from helpdesk.portal.administrator.calendars.words import FEEDS, SKIPPED
from helpdesk.portal.hats import Signed
from helpdesk.portal.years import calendar_name, holiday_name, short_day
from helpdesk.workdays.changes import Change
from helpdesk.workdays.definition import MONDAY_TO_FRIDAY
from helpdesk.workdays.edition import Edition
from helpdesk.workdays.feeds import MAX_BYTES, Feed, Proposal, Skipped, read_ics
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.refusals import InvalidFeed

_NAMED = 50  # events left out that are named; the rest is a number


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A day of the file. `is_known`: off already; `is_weekend`: it would change no deadline."""

    on: str
    written: str
    name: str
    note: str
    is_known: bool
    is_weekend: bool
    is_ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An event that proposes nothing, and why."""

    on: str
    name: str
    why: str


@require_POST
@pages.only(Side.ADMINISTRATOR)
def propose(request: Signed, code: str) -> HttpResponse:
    """Every day that the file names, ticked where it is a weekday of the future that is not off yet."""
    if not can_publish_calendar(request.actor):
        raise Forbidden("calendar.not_yours")
    today = clock.now().date()
    known = queries.calendar_year_for_system(code=code, year=None, today=today)
    try:
        feed = _feed(request, known)
    except Invalid as refusal:
        return year.page(request, code, rows=forms.fresh_rows(on=""), refusal=refusal)
    edition = queries.edition_of(code=code, version=known.version)
    new = {day.holiday.on: _cut(day.holiday) for day in islice(feed.days, MAX_DAYS)}
    change = Change(added={on: day for on, day in new.items() if on not in edition.holidays})
    context: dict[str, Any] = {
        "code": code,
        "name": calendar_name(code=code),
        "feed": feed.name,
        "version": known.version,
        "days": [_proposed(day, edition, day.holiday.on >= today) for day in islice(feed.days, MAX_DAYS)],
        "left_out": [_left_out(one) for one in feed.skipped[:_NAMED]],
        "more": max(0, len(feed.skipped) - _NAMED),
        "change": msgspec.json.encode(as_written(change=change)).decode(),
        "parts": queries.parts_of(code=code),
    }
    return pages.render(request, "administrator/calendars/import.html", context)


def _feed(request: Signed, known: CalendarYear) -> Feed:
    upload = request.FILES.get("feed")
    data = b"".join(_read(upload.chunks())) if upload else b""
    try:
        return read_ics(data, first_day=known.first_day, last_day=known.last_day)
    except InvalidFeed as refusal:
        raise Invalid(FEEDS[refusal.code], field="feed", skipped=refusal.skipped) from None


def _read(chunks: Any) -> Iterator[bytes]:
    """A byte more than is allowed, so that it is noticed, and no further."""
    size = 0
    for chunk in chunks:
        yield chunk[: MAX_BYTES + 1 - size]
        size += len(chunk)
        if size > MAX_BYTES:
            return


def _cut(holiday: Holiday) -> Holiday:
    return Holiday(on=holiday.on, names={key: name[:MAX_NAME].strip() for key, name in holiday.names.items()})


def _proposed(day: Proposal, edition: Edition, is_ahead: bool) -> Proposed:
    on = day.holiday.on
    is_known, is_weekend = on in edition.holidays, on.weekday() not in MONDAY_TO_FRIDAY
    return Proposed(
        on=short_day(on=on),
        written=on.isoformat(),
        name=holiday_name(holiday=day.holiday),
        note=day.note,
        is_known=is_known,
        is_weekend=is_weekend,
        is_ticked=is_ahead and not is_known and not is_weekend,
    )


def _left_out(one: Skipped) -> LeftOut:
    return LeftOut(on=short_day(on=one.on) if one.on else "", name=one.name, why=str(SKIPPED[one.reason]))
