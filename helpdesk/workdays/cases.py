"""A case of the response clock as a JSON object, and its answer: to try a calendar, and to test this one.

The format, field by field: docs/reference/clock.md, "Cases".
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any

from helpdesk.workdays.build import build
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.definition import Definition
from helpdesk.workdays.known import calendar_named
from helpdesk.workdays.localdays import SECOND_US

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_US = timedelta(microseconds=1)
_BEFORE, _AFTER = timedelta(days=3), timedelta(days=800)  # what a custom calendar is built around its case


def answer(line: str) -> dict[str, Any]:
    """`{"id", "deadline"}` or `{"id", "elapsed_us"}`; `{"id", "error"}` for whatever cannot be answered."""
    try:
        case = json.loads(line)
    except ValueError as error:
        return {"id": None, "error": f"not JSON: {error}"}
    if not isinstance(case, dict):
        return {"id": None, "error": "not a JSON object"}
    try:
        return {"id": case.get("id"), **_answered(case)}
    except KeyError as error:
        return {"id": case.get("id"), "error": f"the field {error} is missing"}
    except (ValueError, TypeError, OverflowError) as error:
        return {"id": case.get("id"), "error": str(error)}


def _answered(case: Mapping[str, Any]) -> dict[str, Any]:
    received = _instant(case["received"])
    if case["kind"] == "deadline":
        budget = _budget(case["hours"])
        calendar = _calendar(case, received, received + budget // SECOND_US * SECOND_US)
        return {"deadline": _written(calendar.deadline(received=received, budget=budget))}
    if case["kind"] == "elapsed":
        answered = _instant(case["answered"])
        return {"elapsed_us": _calendar(case, received, answered).counted(start=received, end=answered)}
    raise ValueError(f"a case is a deadline or elapsed, not {case['kind']!r}")


def _calendar(case: Mapping[str, Any], *instants: int) -> Calendar:
    zone = case["tz"]
    if not isinstance(zone, str):
        raise ValueError(f"tz is an IANA time zone, not {zone!r}")
    if case["calendar"] != "custom":
        return calendar_named(code=case["calendar"], zone=zone)
    first, last = (_EPOCH + timedelta(microseconds=at) for at in (min(instants), max(instants)))
    asked = json.dumps(case["definition"], sort_keys=True)
    return _custom(asked, zone, (first - _BEFORE).date(), (last + _AFTER).date())


@lru_cache(maxsize=256)
def _custom(definition: str, zone: str, first_day: date, last_day: date) -> Calendar:
    return build(
        definition=Definition.parse(**json.loads(definition)),
        zone=zone,
        first_day=first_day,
        last_day=last_day,
    )


def _instant(text: str) -> int:
    """RFC 3339 to microseconds UTC; a finer fraction, or an instant without an offset, is refused."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"an instant needs an offset or Z: {text!r}")
    _, _, fraction = text.partition(".")
    if len(fraction.rstrip("Zz").partition("+")[0].partition("-")[0]) > 6:
        raise ValueError(f"finer than a microsecond: {text!r}")
    return (at - _EPOCH) // _US


def _budget(hours: object) -> int:
    """Hours to microseconds, exactly."""
    if isinstance(hours, bool) or not isinstance(hours, int | float):
        raise ValueError(f"hours are a number, not {hours!r}")
    return int(Fraction(str(hours)) * 3600 * SECOND_US)


def _written(at: int) -> str:
    return (_EPOCH + timedelta(microseconds=at)).isoformat().replace("+00:00", "Z")
