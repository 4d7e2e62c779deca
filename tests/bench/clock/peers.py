"""The libraries. All get the same questions, each in its own form; putting them into it is not timed."""

from collections.abc import Sequence
from datetime import time
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

from tests.bench.clock.forms import (
    DAY_US,
    EPOCH,
    NAIVE,
    US,
    Case,
    Contender,
    Item,
    Told,
    days_off,
    instant,
    per_calendar,
    wall,
)


def pandas_hours() -> Contender:
    """CustomBusinessHour takes no opening of 24 hours; 00:00 to 23:59 is the longest."""
    pandas: Any = import_module("pandas")
    offsets: Any = import_module("pandas.tseries.offsets")

    def prepare(told: Told, cases: Sequence[Case]) -> list[Item]:
        def hours(calendar: Told) -> Any:
            return offsets.CustomBusinessHour(n=24, start="00:00", end="23:59", holidays=calendar["holidays"])

        known = per_calendar(told, hours)
        zones = {code: calendar["zone"] for code, calendar in told.items()}
        return [
            (
                pandas.Timestamp(instant(case["received"])).tz_convert(zones[case["calendar"]]),
                known[case["calendar"]],
            )
            for case in cases
        ]

    return Contender(
        prepare=prepare, ask=lambda item: item[0] + item[1], read=lambda _, found: int(found.value) // 1000
    )


def _business_rules(told: Told, end: time) -> dict[str, Any]:
    library: Any = import_module("businesstimedelta")
    timezone: Any = import_module("pytz").timezone

    def rules(calendar: Told) -> Any:
        zone = timezone(calendar["zone"])
        days = library.WorkDayRule(start_time=time(), end_time=end, working_days=[0, 1, 2, 3, 4], tz=zone)
        return library.Rules([days, library.HolidayRule(days_off(calendar), tz=zone)])

    return per_calendar(told, rules)


def businesstimedelta(*, whole_days: bool = False) -> Contender:
    """Its days end at 23:59:59.999999; as `whole_days`, 00:00 to 00:00, they are empty to it."""
    delta: Any = import_module("businesstimedelta").BusinessTimeDelta

    def prepare(told: Told, cases: Sequence[Case]) -> list[Item]:
        end = time() if whole_days else time.max
        budgets = {code: delta(rules, hours=24) for code, rules in _business_rules(told, end).items()}
        return [(instant(case["received"]), budgets[case["calendar"]]) for case in cases]

    return Contender(
        prepare=prepare, ask=lambda item: item[0] + item[1], read=lambda _, found: (found - EPOCH) // US
    )


def numpy_days() -> Contender:
    """One `busday_offset`; the time of day is carried over by hand, and the zone looked up untimed."""
    numpy: Any = import_module("numpy")

    def prepare(told: Told, cases: Sequence[Case]) -> list[Item]:
        known = per_calendar(told, lambda one: numpy.busdaycalendar(holidays=one["holidays"]))
        zones = {code: calendar["zone"] for code, calendar in told.items()}
        return [
            (numpy.datetime64(wall(case["received"], zones[code]), "us"), known[code], zones[code])
            for case in cases
            for code in (case["calendar"],)
        ]

    return Contender(
        prepare=prepare,
        ask=lambda item: by_whole_days(numpy, item[0], item[1]),
        read=lambda item, found: on_the_wall(int(found.astype("int64")), item[2]),
    )


def by_whole_days(numpy: Any, received: Any, days: Any) -> Any:
    """The same time on the next business day, or the end of the first one, for one receipt or for many."""
    on = received.astype("datetime64[D]")
    is_open = numpy.is_busday(on, busdaycal=days)
    until = numpy.busday_offset(on, is_open.astype("int64"), roll="forward", busdaycal=days)
    return until.astype("datetime64[us]") + numpy.where(
        is_open, received - on, numpy.timedelta64(DAY_US, "us")
    )


def on_the_wall(at: int, zone: str) -> int:
    """The instant at which the wall shows this."""
    return ((NAIVE + at * US).replace(tzinfo=ZoneInfo(zone)) - EPOCH) // US


def businesstimedelta_elapsed() -> Contender:
    """`difference` drops what is finer than a second."""

    def prepare(told: Told, cases: Sequence[Case]) -> list[Item]:
        rules = _business_rules(told, time.max)
        return [(rules[one["calendar"]], instant(one["received"]), instant(one["answered"])) for one in cases]

    return Contender(
        prepare=prepare,
        ask=lambda item: item[0].difference(item[1], item[2]),
        read=lambda _, found: found.timedelta // US,
    )


def business_duration() -> Contender:
    """On the wall clock, in seconds."""
    duration: Any = import_module("business_duration").businessDuration

    def prepare(told: Told, cases: Sequence[Case]) -> list[Item]:
        off = per_calendar(told, days_off)
        return [
            (
                *(wall(one[at], told[one["calendar"]]["zone"]) for at in ("received", "answered")),
                off[one["calendar"]],
            )
            for one in cases
        ]

    return Contender(
        prepare=prepare,
        ask=lambda item: duration(startdate=item[0], enddate=item[1], holidaylist=item[2], unit="sec"),
        read=lambda _, found: int(found) * 1_000_000,
    )
