"""`python -m helpdesk.workdays.generate`: write the calendars' data files from the pinned `holidays` package.

For developers: the running product does not need `holidays`. A person reads what it writes and commits it.
A calendar whose days change gets the next version, and the command then wants to know from when it holds.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import holidays

from helpdesk.workdays.edition import Edition
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.naming import names_of

FIRST_YEAR, LAST_YEAR = 2024, 2029
DATA = Path(__file__).with_name("data")


class Source(NamedTuple):
    """Where a calendar comes from, and on whose wall clock it runs."""

    country: str
    subdivision: str | None
    zone: str

    @property
    def code(self) -> str:
        return f"{self.country}-{self.subdivision}" if self.subdivision else self.country


SOURCES = (
    Source("DE", None, "Europe/Berlin"),
    Source("FR", None, "Europe/Paris"),
    Source("GB", "ENG", "Europe/London"),
    Source("IT", None, "Europe/Rome"),
    Source("PL", None, "Europe/Warsaw"),
)


def drawn(*, source: Source) -> Edition:
    """The calendar as the installed `holidays` package knows it, as a first version."""
    first_day, last_day = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
    return Edition(
        code=source.code,
        version=1,
        effective_on=first_day,
        source=f"holidays {version('holidays')}",
        zone=source.zone,
        first_day=first_day,
        last_day=last_day,
        holidays={holiday.on: holiday for holiday in _holidays(source)},
    )


def renewed(*, old: Edition | None, new: Edition, effective_on: date | None) -> Edition:
    """`new` as the old version if no day changed, else as the next one; `ValueError` if that lacks a date."""
    if old is None:
        return new
    if _days(old) == _days(new):
        return replace(new, version=old.version, effective_on=old.effective_on)
    if effective_on is None:
        raise ValueError(f"the days of {new.code} changed: say from when they hold, with --effective-on")
    return replace(new, version=old.version + 1, effective_on=effective_on)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files that change; exit 1 if a date is missing or, with --check, if any would change."""
    parser = argparse.ArgumentParser(prog="python -m helpdesk.workdays.generate", description=main.__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file would change")
    parser.add_argument(
        "--effective-on", type=date.fromisoformat, help="from when changed days hold: 2027-01-01"
    )
    options = parser.parse_args(arguments)
    try:
        changed = list(_changed(SOURCES, options.effective_on))
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for edition in changed:
        sys.stdout.write(f"{edition.code} version {edition.version}, effective on {edition.effective_on}\n")
        if not options.check:
            _path(edition.code).write_text(edition.write(), "utf-8")
    return 1 if options.check and changed else 0


def _changed(sources: Iterable[Source], effective_on: date | None) -> Iterable[Edition]:
    for source in sources:
        path = _path(source.code)
        text = path.read_text("utf-8") if path.exists() else None
        old = Edition.read(text) if text else None
        new = renewed(old=old, new=drawn(source=source), effective_on=effective_on)
        if new.write() != text:
            yield new


def _holidays(source: Source) -> Iterable[Holiday]:
    english = _named(source, "en_US")
    own = english.default_language or "en_US"
    local = _named(source, own)
    for on, name in english.items():
        yield Holiday(on=on, names=names_of(english=name, local=local[on], local_language=own[:2]))


def _named(source: Source, language: str) -> holidays.HolidayBase:
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return holidays.country_holidays(
        source.country, subdiv=source.subdivision, years=years, language=language
    )


def _days(edition: Edition) -> tuple[str, date, date, frozenset[date]]:
    return edition.zone, edition.first_day, edition.last_day, frozenset(edition.holidays)


def _path(code: str) -> Path:
    return DATA / f"{code}.json"


if __name__ == "__main__":
    sys.exit(main())
