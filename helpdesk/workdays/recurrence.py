"""On which dates an all-day event recurs: a rule of RFC 5545, followed no further than a table reaches."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import takewhile

from dateutil.rrule import rrulestr

MAX_OCCURRENCES = 2_000  # from the first one on; a day of every week had fewer since 1992
_MAX_LENGTH, _MAX_INTERVAL = 200, 1_000
_ALWAYS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
# By these a rule can exclude every day there is; where it tries single days or weeks, that would take long.
_CHOOSING = {"BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "BYYEARDAY", "BYWEEKNO"}
_ALLOWED = {
    "YEARLY": _ALWAYS | _CHOOSING,
    "MONTHLY": _ALWAYS | _CHOOSING,
    "WEEKLY": _ALWAYS | {"BYDAY"},
    "DAILY": _ALWAYS,
}
_CYCLE = 400  # years after which dates fall on the same days of the week again


def recurrences(*, first: date, rule: str, last_day: date) -> Iterator[date]:
    """The dates up to `last_day` by "FREQ=YEARLY;...", `first` among them, in order.

    `ValueError` for a rule that means nothing, that no holiday needs, or that has too many dates.
    """
    parts = _parts(rule)
    until = parts.pop("UNTIL", None)
    last = last_day if until is None else min(last_day, datetime.strptime(until[:8], "%Y%m%d").date())  # noqa: DTZ007
    if first > last:
        return
    # The library tries on until the year 9999 when a rule never comes true. So that is where it starts.
    shift = (9999 - last.year) // _CYCLE * _CYCLE
    start = datetime(first.year + shift, first.month, first.day)  # noqa: DTZ001
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    found = (at.date().replace(year=at.year - shift) for at in rrulestr(text, dtstart=start))
    yield first
    for number, on in enumerate(takewhile(lambda on: on <= last, found)):
        if number >= MAX_OCCURRENCES:
            raise ValueError(f"more than {MAX_OCCURRENCES} dates up to {last}")
        if on != first:
            yield on


def _parts(rule: str) -> dict[str, str]:
    if len(rule) > _MAX_LENGTH:
        raise ValueError(f"a rule of {len(rule)} characters")
    parts = dict(_pair(part) for part in rule.upper().split(";"))
    if strange := parts.keys() - _ALLOWED.get(parts.get("FREQ", ""), set()):
        raise ValueError(f"no rule for whole days with {', '.join(sorted(strange))}: {rule}")
    if not 1 <= int(parts.get("INTERVAL", "1")) <= _MAX_INTERVAL:
        raise ValueError(f"an interval of {parts['INTERVAL']}")
    return parts


def _pair(part: str) -> tuple[str, str]:
    name, found, value = part.partition("=")
    if not found or not value:
        raise ValueError(f"not NAME=VALUE: {part}")
    return name, value
