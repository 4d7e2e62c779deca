"""Rows of a feed as lines of a file."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import msgspec

from helpdesk.takeout.terms.feeds import Format

Row = Mapping[str, object]

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def head(*, columns: Sequence[str], form: Format) -> bytes:
    """What stands before the first row."""
    return _comma_separated(columns) if form is Format.CSV else b""


def line(row: Row, *, form: Format) -> bytes:
    """One row with its end of line. Instants are RFC 3339 in UTC; what is not known is null, or empty."""
    if form is Format.NDJSON:
        return msgspec.json.encode(row) + b"\n"
    return _comma_separated([_cell(value) for value in row.values()])


def _cell(value: object) -> str:
    """As a table program may open it: no text of anybody's is taken for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_RISKY) else text


def _comma_separated(cells: Sequence[str]) -> bytes:
    into = io.StringIO()
    csv.writer(into, lineterminator="\r\n").writerow(cells)
    return into.getvalue().encode()
