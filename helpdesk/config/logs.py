"""What processes write of themselves: lines for people, or JSON for machines, and never anybody's words.

A line holds what the program says of its own work: codes, numbers, names of routes. Errors are written with
their type and the places they passed, not with their message, which may quote what somebody wrote.
"""

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any

from helpdesk.kernel import lines

_QUOTING = ("django.request", "django.security")  # their messages hold addresses, which may hold a token


def logging_of(*, form: str) -> dict[str, Any]:
    """Django's LOGGING: `text` has warnings and errors, `json` also the line of each request."""
    formatters = {
        "text": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
        "json": {"()": "helpdesk.config.logs.JsonFormatter"},
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": formatters,
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": form}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {lines.NAME: {"level": "INFO" if form == "json" else "CRITICAL"}},
    }


class JsonFormatter(logging.Formatter):
    """One object a line; control characters are escaped, so that nobody writes a second line into it."""

    def format(self, record: logging.LogRecord) -> str:
        """As JSON: `at` (UTC, RFC 3339), `level`, `logger`, `event`, and the fields of the line."""
        at = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, Any] = {
            "at": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _event(record),
            **getattr(record, lines.FIELDS, {}),
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__qualname__
            line["passed"] = _passed(record.exc_info)
        return json.dumps(line, ensure_ascii=True, default=str)


def _event(record: logging.LogRecord) -> str:
    if record.name.startswith(_QUOTING):
        return f"answered {getattr(record, 'status_code', '')}".strip()
    return record.getMessage()


def _passed(found: Any) -> list[str]:
    frames = traceback.extract_tb(found[2])
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
