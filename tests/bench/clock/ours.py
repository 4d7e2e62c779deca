"""Ours, and what one writes without a library."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

from tests.bench.clock.forms import (
    A_DAY,
    EPOCH,
    US,
    Case,
    Contender,
    Item,
    Told,
    days_off,
    instant,
    per_calendar,
)


def integers() -> Contender:
    """Ours, as the product calls it."""
    named: Any = import_module("helpdesk.workdays.known").calendar_named
    return Contender(
        prepare=lambda _, cases: [(named(code=case["calendar"]), case["received"]) for case in cases],
        ask=lambda item: item[0].deadline(received=item[1]),
        read=lambda _, found: int(found),
    )


def datetimes() -> Contender:
    """Ours, from an aware datetime to one."""
    named: Any = import_module("helpdesk.workdays.known").calendar_named
    at: Any = import_module("helpdesk.workdays.instants").deadline_at
    return Contender(
        prepare=lambda _, cases: [
            (named(code=case["calendar"]), instant(case["received"])) for case in cases
        ],
        ask=lambda item: at(calendar=item[0], received=item[1]),
        read=lambda _, found: (found - EPOCH) // US,
    )


def day_loop() -> Contender:
    """What one writes without a library: from midnight to midnight until the budget is used up."""

    def ask(item: Item) -> datetime:
        received, zone, off = item
        at: datetime = received
        left = A_DAY
        while True:
            on = at.astimezone(zone).date()
            midnight = datetime.combine(on + A_DAY, time(), zone).astimezone(UTC)
            if on.weekday() < 5 and on not in off:
                if midnight - at >= left:
                    return at + left
                left -= midnight - at
            at = midnight

    def prepare(told: Told, cases: Sequence[Case]) -> list[Item]:
        known = per_calendar(told, lambda calendar: (ZoneInfo(calendar["zone"]), days_off(calendar)))
        return [(instant(case["received"]), *known[case["calendar"]]) for case in cases]

    return Contender(prepare=prepare, ask=ask, read=lambda _, found: (found - EPOCH) // US)


def counted() -> Contender:
    """Ours, elapsed."""
    named: Any = import_module("helpdesk.workdays.known").calendar_named
    return Contender(
        prepare=lambda _, cases: [
            (named(code=one["calendar"]), one["received"], one["answered"]) for one in cases
        ],
        ask=lambda item: item[0].counted(start=item[1], end=item[2]),
        read=lambda _, found: int(found),
    )
