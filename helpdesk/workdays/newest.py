"""`python -m helpdesk.workdays.newest`: how the data files differ from the release of `holidays` at hand.

`bin/calendars` runs it on the newest one; the files come from the pinned one. For developers: a country that
declares a day off shows here first, and a person decides whether it becomes the next version.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version

from helpdesk.workdays import country, generate
from helpdesk.workdays.changes import difference
from helpdesk.workdays.edition import Edition
from helpdesk.workdays.sources import COUNTRIES, Source


def differences(*, old: Edition, new: Edition) -> list[str]:
    """A line for each day that `new` adds (+) or no longer has (-), by date, with its English name."""
    change = difference(old=old.holidays, new=new.holidays)
    lines = [(on, "+", new.holidays[on]) for on in change.added]
    lines += [(on, "-", old.holidays[on]) for on in change.removed]
    return [
        f"{sign} {on} {holiday.name(language='en')}".rstrip()
        for on, sign, holiday in sorted(lines, key=_by_date)
    ]


def report(*, pairs: Iterable[tuple[Edition, Edition]]) -> list[str]:
    """What differs in a country's calendars, old and new, the whole first; of a part only its own."""
    found: list[str] = []
    whole: list[str] = []
    for number, (old, new) in enumerate(pairs):
        lines = differences(old=old, new=new)
        own = [line for line in lines if line not in whole]
        whole = lines if number == 0 else whole
        if own:
            found += [f"{old.code} (version {old.version}, {old.source})", *(f"  {line}" for line in own)]
    return found


def main() -> int:
    """Exit 0 if no day differs, 1 if any does, 2 if that could not be found out."""
    release = version("holidays")
    lines: list[str] = []
    failed = False
    for name, sources in COUNTRIES.items():
        try:
            lines += report(pairs=_pairs(name, sources))
        except Exception as error:  # another release may name a place otherwise, or not know it
            failed = True
            sys.stderr.write(f"holidays {release}: {name} could not be drawn: {error!r}\n")
    years = f"{generate.FIRST_YEAR} to {generate.LAST_YEAR}"
    found = "see above" if lines else "the same days"
    sys.stdout.write("\n".join([*lines, f"The data files and holidays {release}, {years}: {found}.", ""]))
    return 2 if failed else int(bool(lines))


def _pairs(name: str, sources: Iterable[Source]) -> Iterator[tuple[Edition, Edition]]:
    files: Mapping[str, Edition] = country.read((generate.DATA / f"{name}.json").read_text("utf-8"))
    for source in sources:
        yield files[source.code], generate.drawn(source=source)


def _by_date(line: tuple[object, ...]) -> str:
    return f"{line[0]} {line[1]}"


if __name__ == "__main__":
    sys.exit(main())
