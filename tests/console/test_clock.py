"""`helpdesk clock`: cases in, answers out, in the same order."""

import json
import subprocess

from helpdesk.console import running
from tests.workdays.test_vectors import CASES


def test_the_command_answers_every_line() -> None:
    lines = [json.dumps(case) for case in CASES[:20]]
    command = running.command_line("clock")
    done = subprocess.run(
        command, input="\n".join([*lines, "", "{"]), capture_output=True, text=True, check=True
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [*(case["id"] for case in CASES[:20]), None]
    assert all("error" not in answer for answer in answers[:-1])
    assert "error" in answers[-1]
