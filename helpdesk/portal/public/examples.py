"""Worked examples of the clock, on days still to come, by the very calendar that counts for Sellers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton
from django.utils.translation import gettext

from helpdesk.deadlines import words
from helpdesk.deadlines.queries import current
from helpdesk.deadlines.terms import NOTHING_PUBLISHED, InForce, OpenObligation
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.portal import explanations, locales
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.refusals import OutsideCalendar
from helpdesk.workdays.shown import when_shown

_DAY = timedelta(days=1)
_FRIDAY = 4
_LOOK = 400  # days ahead: every calendar has a public holiday on a weekday within a year
_OF = {"pl": "PL", "de": "DE", "fr": "FR", "it": "IT", "en": "GB-ENG"}  # whose days a reader knows best


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A question at an instant, and when its answer is due; `said` names the holidays that moved it."""

    title: str
    country: str
    asked: str
    said: str
    why: explanations.Explanation


def examples(*, language: str, now: datetime, published: InForce = NOTHING_PUBLISHED) -> list[Example]:
    """Over a weekend, and over a public holiday, as far as the calendar of the reader's language goes.

    `published` is what counts now: the days that the Platform added stand in the examples too.
    """
    calendar = current(code=_OF.get(language, _OF["en"]), zone=None, at=InForce(editions=published.editions))
    today = now.astimezone(ZoneInfo(calendar.zone)).date()
    found = []
    for title, days, at in (
        (gettext("Over a weekend"), _fridays(calendar, today), time(16)),
        (gettext("Over a public holiday"), _eves(calendar, today), time(18)),
    ):
        try:
            asked = datetime.combine(next(days), at, ZoneInfo(calendar.zone))
            found.append(_example(title, calendar, asked))
        except (OutsideCalendar, StopIteration):  # the calendar ends: nothing is shown rather than guessed
            continue
    return found


def _example(title: str, calendar: Calendar, asked: datetime) -> Example:
    received = to_us(asked)
    deadline = calendar.deadline(received=received)
    question = OpenObligation(
        id=UUID(int=0),
        received_at=asked,
        deadline=from_us(deadline),
        calendar=calendar.code,
        calendar_version=calendar.version,
        zone=calendar.zone,
    )
    why = explanations.explanation(obligation=question, now=asked)
    on, at = when_shown(deadline=deadline, zone=calendar.zone)
    return Example(
        title=title,
        country=country_name(code=calendar.code),
        asked=_spoken(asked),
        said=words.disclosure(
            on=on, at=at, skipped=_holidays(calendar, asked.date(), on), calendar=calendar.code
        ),
        why=why,
    )


def _spoken(at: datetime) -> str:
    """As in "Friday, 27 November, 16:00", on its own wall clock."""
    here = locales.locale()
    return f"{format_date(at, 'cccc', locale=here)}, {format_skeleton('MMMMd', at, locale=here)}, {at:%H:%M}"


def country_name(*, code: str) -> str:
    """Whose calendar it is, in the reader's language; a nation's by its own name."""
    if code == "GB-ENG":
        return gettext("England")
    return str(locales.locale().territories.get(code[:2], code))


def _fridays(calendar: Calendar, today: date) -> Iterator[date]:
    """Fridays with a business day on the Monday after."""
    for on in _days(today):
        if on.weekday() == _FRIDAY and all(map(calendar.is_business_day, (on, on + 3 * _DAY))):
            yield on


def _eves(calendar: Calendar, today: date) -> Iterator[date]:
    """Business days before a public holiday on a weekday."""
    for on in _days(today):
        after = on + _DAY
        if calendar.is_business_day(on) and _is_holiday(calendar, after):
            yield on


def _days(today: date) -> Iterator[date]:
    return (today + n * _DAY for n in range(1, _LOOK))


def _is_holiday(calendar: Calendar, on: date) -> bool:
    return on.weekday() <= _FRIDAY and calendar.holiday_on(on) is not None


def _holidays(calendar: Calendar, start: date, end: date) -> list[date]:
    span = (start + n * _DAY for n in range((end - start).days + 1))
    return [on for on in span if _is_holiday(calendar, on)]
