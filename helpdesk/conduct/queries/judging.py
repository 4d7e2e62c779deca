"""Messages judged outside the database: for trying the rules."""

from typing import Any

from helpdesk.conduct.rules import rows


def judged(*, line: str, read_file: rows.ReadFile) -> dict[str, Any]:
    """What is found in the message of one line of JSON; a line that is none gets an "error"."""
    return rows.answer(line, read_file=read_file)
