"""The sample vectors, each exact to the microsecond, and cases that have no answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from helpdesk.workdays.cases import answer

SAMPLE = Path(__file__).parents[1] / "data" / "clock-sample.jsonl"
CASES: list[dict[str, Any]] = [json.loads(line) for line in SAMPLE.read_text("utf-8").splitlines()]
PLAIN = {
    "id": "x",
    "kind": "deadline",
    "calendar": "PL",
    "tz": "Europe/Warsaw",
    "received": "2026-02-06T10:00:00Z",
    "hours": 24,
}


@pytest.mark.parametrize("case", CASES, ids=[f"{case['id']} {case['note']}" for case in CASES])
def test_vector(case: dict[str, Any]) -> None:
    expected = {
        "deadline": {"id": case["id"], "deadline": case.get("expected_deadline")},
        "elapsed": {"id": case["id"], "elapsed_us": case.get("expected_us")},
    }
    assert answer(json.dumps(case)) == expected[case["kind"]]


def test_the_sample_is_whole() -> None:
    assert len(CASES) == 200


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"calendar": "XX"}, "unknown calendar 'XX'"),
        ({"calendar": "GB"}, "unknown calendar 'GB'"),
        ({"calendar": 7}, "unknown calendar 7"),
        ({"received": "2031-01-01T00:00:00Z"}, "PL 1 knows 2024-01-01 to 2029-12-31"),
        ({"received": "2029-12-31T12:00:00Z"}, "ends on 2029-12-31, before the deadline"),
        ({"received": "2026-02-06T10:00:00"}, "needs an offset"),
        ({"received": "2026-02-06T10:00:00.1234567Z"}, "finer than a microsecond"),
        ({"received": "yesterday"}, "Invalid isoformat"),
        ({"received": None}, "must be str"),
        ({"tz": "Europe/Atlantis"}, "unknown time zone"),
        ({"tz": None}, "not None"),
        ({"hours": 0}, "more than 0"),
        ({"hours": -1}, "more than 0"),
        ({"hours": "24"}, "hours are a number"),
        ({"kind": "guess"}, "not 'guess'"),
        ({"calendar": "custom", "definition": {"weekdays": [9]}}, "a weekday is 0"),
        ({"calendar": "custom", "definition": {"weekdays": []}}, "before the deadline"),
        ({"calendar": "custom", "definition": {"weekdays": [0], "open": 1}}, "open"),
        ({"calendar": "custom"}, "'definition' is missing"),
    ],
)
def test_a_case_without_an_answer_says_why(change: dict[str, Any], said: str) -> None:
    found = answer(json.dumps(PLAIN | change))
    assert found["id"] == "x"
    assert said in found["error"]


@pytest.mark.parametrize("line", ["", "{", "[]", "7", '{"id": "y"}', "\ud800", '{"id": "y", "received": {}}'])
def test_a_line_that_is_no_case_is_named(line: str) -> None:
    assert answer(line)["error"]


def test_an_answer_before_the_question_counts_nothing() -> None:
    case = PLAIN | {"kind": "elapsed", "answered": "2026-02-05T10:00:00Z"}
    assert answer(json.dumps(case)) == {"id": "x", "elapsed_us": 0}


def test_half_an_hour_is_half_an_hour() -> None:
    assert answer(json.dumps(PLAIN | {"hours": 0.5}))["deadline"] == "2026-02-06T10:30:00Z"
