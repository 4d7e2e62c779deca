"""`helpdesk clock`: what the response clock answers, case by case, to try a calendar before it counts."""

import json
import sys

import typer

from helpdesk.workdays import cases


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(clock)


def clock() -> None:
    """Read cases from standard input, a JSON object a line, and write their answers in the same order.

    A line that cannot be answered gets an "error" in its place: helpdesk clock < cases.jsonl > answers.jsonl
    """
    for line in sys.stdin:
        if line.strip():
            sys.stdout.write(json.dumps(cases.answer(line), ensure_ascii=False) + "\n")
