"""The rest of the clock's speed: all calendars in a fresh process, and lines of `helpdesk clock`."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from helpdesk.console import running
from helpdesk.workdays.known import calendars
from tests.bench.clock import place
from tests.workdays.reference import EPOCH

_BUILD = """
import time
from helpdesk.workdays.known import calendar_named, calendars
for code in calendars():
    calendar_named(code=code)
print(time.process_time())
"""
LINES = 50_000


def all_calendars(rounds: int) -> str:
    """Processor time of the whole process, Python's own start included."""
    seconds = [float(_printed([sys.executable, "-c", _BUILD])) for _ in range(rounds)]
    return f"All {len(calendars())} calendars in a fresh process: {median(seconds):.2f} s (goal 2)"


def command(world: dict[str, Any], rounds: int) -> str:
    """Lines a second of the command, its start not counted: that of one line is taken off."""
    with tempfile.TemporaryDirectory() as folder:
        cases = [json.dumps(_line(world, n % len(world["cases"]))) for n in range(LINES)]
        many, one = Path(folder) / "many", Path(folder) / "one"
        many.write_text("\n".join(cases), "utf-8")
        one.write_text(cases[0], "utf-8")
        rates = [(LINES - 1) / (_seconds(many) - _seconds(one)) for _ in range(rounds)]
    return f"helpdesk clock: {median(rates):,.0f} lines a second"


def _line(world: dict[str, Any], number: int) -> dict[str, object]:
    case = world["cases"][number]
    return {
        "id": number,
        "kind": "deadline",
        "calendar": case["calendar"],
        "tz": world["calendars"][case["calendar"]]["zone"],
        "received": (EPOCH + timedelta(microseconds=case["received"])).isoformat(),
        "hours": 24,
    }


def _seconds(cases: Path) -> float:
    began = time.perf_counter()
    with cases.open() as given:
        subprocess.run(running.command_line("clock"), stdin=given, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def _printed(command: Sequence[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=place.ROOT).stdout
