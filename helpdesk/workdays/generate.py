"""`python -m helpdesk.workdays.generate`: write the calendars' data files from the pinned `holidays` package.

For developers: the running product does not need `holidays`. A person reads what it writes and commits it.
A calendar whose days change gets the next version, and the command then wants to know from when it holds.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

import holidays

from helpdesk.workdays import country
from helpdesk.workdays.edition import Edition
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.naming import names_of, names_of_patron
from helpdesk.workdays.sources import COUNTRIES, Source

FIRST_YEAR, LAST_YEAR = 2024, 2029
DATA = Path(__file__).with_name("data")


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
        return replace(new, version=old.version, effective_on=old.effective_on, earlier=old.earlier)
    if effective_on is None:
        raise ValueError(f"the days of {new.code} changed: say from when they hold, with --effective-on")
    return replace(new, version=old.version + 1, effective_on=effective_on, earlier=old.versions)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files that change; exit 1 if a date is missing or, with --check, if any would change."""
    parser = argparse.ArgumentParser(prog="python -m helpdesk.workdays.generate", description=main.__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file would change")
    parser.add_argument(
        "--effective-on", type=date.fromisoformat, help="from when changed days hold: 2027-01-01"
    )
    options = parser.parse_args(arguments)
    changed = 0
    for name, sources in COUNTRIES.items():
        try:
            editions = _renewed(name, sources, options.effective_on)
        except ValueError as error:
            sys.stderr.write(f"{error}\n")
            return 1
        changed += _put(name, country.write(editions), check=options.check)
    return 1 if options.check and changed else 0


def _put(name: str, text: str, *, check: bool) -> bool:
    """Whether the file would change, which it does unless this is a check."""
    path = DATA / f"{name}.json"
    if path.exists() and path.read_text("utf-8") == text:
        return False
    sys.stdout.write(f"{path.name} changes\n")
    if not check:
        path.write_text(text, "utf-8")
    return True


def _renewed(name: str, sources: Iterable[Source], effective_on: date | None) -> Mapping[str, Edition]:
    path = DATA / f"{name}.json"
    before = country.read(path.read_text("utf-8")) if path.exists() else {}
    whole: Mapping[date, Holiday] = {}
    found: dict[str, Edition] = {}
    for source in sources:
        new = drawn(source=source)
        # what a country calls a day, its parts call it too
        new = replace(new, holidays={**new.holidays, **whole}) if whole else new
        whole = whole or new.holidays
        found[new.code] = renewed(old=before.get(new.code), new=new, effective_on=effective_on)
    return found


def _holidays(source: Source) -> Iterable[Holiday]:
    english = _named(source, "en_US")
    own = english.default_language or "en_US"
    local = _named(source, own)
    patrons = set() if source.country != "IT" or not source.part else english.keys() - _country(source).keys()
    for on, name in english.items():
        if on in patrons:
            yield Holiday(on=on, names=names_of_patron(local=local[on]))
        else:
            yield Holiday(on=on, names=names_of(english=name, local=local[on], local_language=own[:2]))


def _country(source: Source) -> holidays.HolidayBase:
    return _named(Source(source.country, source.zone), "en_US")


def _named(source: Source, language: str) -> holidays.HolidayBase:
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return holidays.country_holidays(source.country, subdiv=source.asked, years=years, language=language)


def _days(edition: Edition) -> tuple[str, date, date, frozenset[date]]:
    return edition.zone, edition.first_day, edition.last_day, frozenset(edition.holidays)


if __name__ == "__main__":
    sys.exit(main())
