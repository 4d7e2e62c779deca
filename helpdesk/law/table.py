"""The whole table, read once: the row that holds, and what changes from a date."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from helpdesk.law.countries import places
from helpdesk.law.reading import read
from helpdesk.law.refusals import UnknownKey
from helpdesk.law.row import Condition, Row

_DATA = files("helpdesk.law") / "data"


class Change(NamedTuple):
    """On this date the row begins, or is no longer in force."""

    on: date
    row: Row
    begins: bool


def rows(*, on: date | None = None) -> tuple[Row, ...]:
    """The rows in force on this date, or of all times, by subject and in the order of the files."""
    return _all() if on is None else tuple(row for row in _all() if row.is_in_force(on))


def row_named(row_id: str) -> Row:
    """The row of this id, also one that is no longer in force; `UnknownKey` if there never was one."""
    try:
        return _by_id()[row_id]
    except KeyError as error:
        raise UnknownKey(f"no row {row_id!r}") from error


def find(
    *, key: str, country: str, on: date, condition: str | None = None, consumer: bool = True
) -> Row | None:
    """The row in force on this date: the most specific country's, there the condition's before the general.

    `country` as in `countries.places`. `consumer` False leaves out what protects consumers only. None: that
    law has no such rule. `UnknownKey` for a key that nobody has.
    """
    if key not in _by_key():
        raise UnknownKey(f"no rows of {key!r}")
    here = [row for row in _by_key()[key] if row.is_in_force(on) and (consumer or not row.consumer)]
    for place in places(country):
        for wanted in dict.fromkeys((condition, None)):
            for row in here:
                if row.country == place and row.condition == wanted:
                    return row
    return None


def holding(*, country: str, on: date) -> tuple[Row, ...]:
    """What holds there on this date, in the order of the files: each row that `find` could answer with."""
    found = {
        row.id
        for key in _by_key()
        for condition in (None, *Condition)
        if (row := find(key=key, country=country, on=on, condition=condition))
    }
    return tuple(row for row in rows() if row.id in found)


def changes(*, after: date) -> tuple[Change, ...]:
    """What begins or ends after this date, in order of time, endings before beginnings."""
    begin = (Change(row.starts_on, row, True) for row in rows())
    end = (Change(row.ends_on, row, False) for row in rows() if row.ends_on)
    found = [change for change in (*end, *begin) if change.on > after]
    return tuple(sorted(found, key=lambda change: (change.on, change.begins, change.row.id)))


@cache
def _all() -> tuple[Row, ...]:
    names = sorted(entry.name for entry in _DATA.iterdir() if entry.name.endswith(".toml"))
    return tuple(
        row
        for name in names
        for row in read(subject=name.removesuffix(".toml"), text=(_DATA / name).read_text("utf-8"))
    )


@cache
def _by_key() -> Mapping[str, Sequence[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows():
        found.setdefault(row.key, []).append(row)
    return found


@cache
def _by_id() -> Mapping[str, Row]:
    return {row.id: row for row in rows()}
