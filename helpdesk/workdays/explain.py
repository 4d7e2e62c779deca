"""Why a deadline is what it is: each local day from receipt to deadline, counted or skipped, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from helpdesk.workdays.calendar import DAY_US, Calendar
from helpdesk.workdays.exclusions import excluded_between
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.localdays import local_date, zone_named


class Skip(StrEnum):
    """Why a day did not count. A holiday on a weekend was a weekend already."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One local day of the explanation. A business day that the zone skips counts 0 and has no `skipped`.

    `excluded_us` is the open time of this day, between receipt and deadline, that was excluded.
    """

    on: date
    counted_us: int
    skipped: Skip | None = None
    holiday: Holiday | None = None
    excluded_us: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Instants in microseconds UTC; `spans` by the calendar's local date; their sum is the budget.

    `excluded` are the half-open intervals of open time between receipt and deadline that did not count.
    """

    calendar: str
    version: int
    zone: str
    received: int
    deadline: int
    budget: int
    spans: tuple[Span, ...]
    excluded: tuple[tuple[int, int], ...] = ()

    @property
    def skipped_weekdays(self) -> tuple[Holiday, ...]:
        """Holidays on days that would else have counted: what a reader in another country cannot guess."""
        return tuple(span.holiday for span in self.spans if span.skipped is Skip.HOLIDAY and span.holiday)


def explain(*, calendar: Calendar, received: int, budget: int = DAY_US) -> Explanation:
    """Explain `calendar.deadline(received=, budget=)`, with its errors."""
    deadline = calendar.deadline(received=received, budget=budget)
    return Explanation(
        calendar=calendar.code,
        version=calendar.version,
        zone=calendar.zone,
        received=received,
        deadline=deadline,
        budget=budget,
        spans=tuple(_spans(calendar, received, deadline)),
        excluded=excluded_between(calendar=calendar, start=received, end=deadline),
    )


def _spans(calendar: Calendar, received: int, deadline: int) -> Iterator[Span]:
    zone = zone_named(calendar.zone)
    on = local_date(at=received, zone=zone)
    last = local_date(at=deadline - 1, zone=zone)  # a deadline at midnight belongs to the day that it ends
    while on <= last:
        yield _span(calendar, on, received, deadline)
        on += timedelta(days=1)


def _span(calendar: Calendar, on: date, received: int, deadline: int) -> Span:
    if not calendar.is_business_day(on):
        holiday = calendar.holiday_on(on)
        ordinary = on.weekday() in calendar.definition.weekdays
        return Span(on=on, counted_us=0, skipped=Skip.HOLIDAY if ordinary else Skip.WEEKEND, holiday=holiday)
    start = max(received, calendar.day_start(on))
    end = min(deadline, calendar.day_end(on))
    excluded = excluded_between(calendar=calendar, start=start, end=end)
    return Span(
        on=on,
        counted_us=calendar.counted(start=start, end=end),
        excluded_us=sum(until - at for at, until in excluded),
    )
