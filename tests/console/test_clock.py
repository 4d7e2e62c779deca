"""`helpdesk clock`: cases in, answers out, in the same order."""

import json
import subprocess
from typing import Any

import pytest

from helpdesk.console import running
from tests.workdays.test_vectors import CASES, PLAIN


def _answers(*lines: str) -> list[dict[str, Any]]:
    done = subprocess.run(
        running.command_line("clock"), input="\n".join(lines), capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _expected(case: dict[str, Any]) -> dict[str, Any]:
    if case["kind"] == "deadline":
        return {"id": case["id"], "deadline": case["expected_deadline"]}
    return {"id": case["id"], "elapsed_us": case["expected_us"]}


def test_the_command_answers_the_sample_line_for_line() -> None:
    assert _answers(*map(json.dumps, CASES)) == [_expected(case) for case in CASES]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (json.dumps(PLAIN | {"calendar": "XX"}), "unknown calendar 'XX'"),
        (json.dumps(PLAIN | {"received": "2031-01-01T00:00:00Z"}), "knows 2024-01-01 to 2029-12-31"),
        (json.dumps(PLAIN | {"received": "2029-12-31T12:00:00Z"}), "before the deadline"),
        ("{", "not JSON"),
    ],
)
def test_a_line_without_an_answer_says_why_and_the_next_one_is_answered(line: str, said: str) -> None:
    error, answer = _answers(line, "", json.dumps(PLAIN))
    assert said in error["error"]
    assert answer == {"id": "x", "deadline": "2026-02-09T10:00:00Z"}
