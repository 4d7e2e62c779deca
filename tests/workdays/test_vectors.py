"""The sample vectors, each exact to the microsecond or refused by name."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from helpdesk.workdays.build import build
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.definition import Definition
from helpdesk.workdays.known import calendar_named, calendars
from helpdesk.workdays.refusals import UnknownCalendar
from tests.workdays.reference import HOUR_US, us, wall

SAMPLE = Path(__file__).parents[1] / "data" / "clock-sample.jsonl"
CASES: list[dict[str, Any]] = [json.loads(line) for line in SAMPLE.read_text("utf-8").splitlines()]
OURS = [case for case in CASES if case["calendar"] in {"custom", *calendars()}]
OTHERS = sorted({case["calendar"] for case in CASES} - {"custom", *calendars()})


def calendar_of(case: dict[str, Any]) -> Calendar:
    if case["calendar"] != "custom":
        return calendar_named(code=case["calendar"], zone=case["tz"])
    received = wall(case["tz"], us(case["received"])).date()
    return build(
        definition=Definition.parse(**case["definition"]),
        zone=case["tz"],
        first_day=received - timedelta(days=30),
        last_day=received + timedelta(days=60),
    )


@pytest.mark.parametrize("case", OURS, ids=[f"{case['id']} {case['note']}" for case in OURS])
def test_vector(case: dict[str, Any]) -> None:
    calendar, received = calendar_of(case), us(case["received"])
    if case["kind"] == "elapsed":
        assert calendar.counted(start=received, end=us(case["answered"])) == case["expected_us"]
    else:
        deadline = calendar.deadline(received=received, budget=case["hours"] * HOUR_US)
        assert deadline == us(case["expected_deadline"])


@pytest.mark.parametrize("code", OTHERS)
def test_a_calendar_that_is_not_here_is_refused_by_name(code: str) -> None:
    with pytest.raises(UnknownCalendar, match=code):
        calendar_named(code=code)


def test_the_sample_is_whole() -> None:
    assert len(CASES) == 200
    assert len(OURS) >= 51
