"""Print the table of the law: python -m helpdesk.law.describe, as it stands in docs/reference/law.md."""

import sys
from collections.abc import Iterator
from itertools import groupby

from helpdesk.law.row import Row, Unit
from helpdesk.law.table import rows

_HEAD = "| key | where | value | counted | in force | source | |\n| --- | --- | --- | --- | --- | --- | --- |"


def table() -> str:
    """All rows as Markdown, a section a subject."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    for subject, found in groupby(rows(), key=lambda row: row.key.partition(".")[0]):
        yield f"\n### {subject}\n{_HEAD}"
        yield from map(_line, found)


def _line(row: Row) -> str:
    where = f"{row.country}, {row.condition}" if row.condition else row.country
    until = f" until {row.ends_on}" if row.ends_on else ""
    marks = ["" if row.confirmed else "**unconfirmed**", row.note.replace("_", " ")]
    cells = (
        f"`{row.key}`",
        where,
        _value(row),
        row.counted.value if row.counted else "",
        f"{row.starts_on}{until}",
        row.article,
        ", ".join(mark for mark in marks if mark),
    )
    return f"| {' | '.join(cells)} |".replace("|  |", "| |").replace("|  |", "| |")


def _value(row: Row) -> str:
    if row.unit is Unit.FLAG:
        return "yes"
    if row.unit is Unit.LETTERS:
        return ", ".join(f"{one.letter} {one.reason.replace('_', ' ')}" for one in row.letters)
    amount = f"{row.amount:,}".replace(",", " ")
    if row.unit is Unit.COUNT:
        return amount
    name = row.unit.value.replace("_", " ")
    return f"{amount} {name.removesuffix('s') if row.amount == 1 else name}"


if __name__ == "__main__":
    sys.stdout.write(table())
