"""A change of a calendar as people and programs write it: dates with names, and dates."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from helpdesk.deadlines.terms.editions import MAX_DAYS, MAX_NAME
from helpdesk.kernel import text
from helpdesk.kernel.refusal import Invalid
from helpdesk.workdays.changes import Change
from helpdesk.workdays.holiday import LANGUAGES, Holiday

Names = str | Mapping[str, str]
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def change_in(*, added: Mapping[str, Names], removed: Iterable[str]) -> Change:
    """From plain values, dates as "2027-05-03". Raises Invalid, TooLarge."""
    removed = list(removed)
    if len(added) + len(removed) > MAX_DAYS:
        raise Invalid("calendar.too_many", field="change", limit=MAX_DAYS)
    days = {day_in(written): names for written, names in added.items()}
    return Change(
        added={on: named(days[on], on=on) for on in sorted(days)},
        removed=frozenset(day_in(written) for written in removed),
    )


def as_written(*, change: Change) -> dict[str, object]:
    """As plain values again, in the order of the days."""
    return {
        "added": {on.isoformat(): dict(change.added[on].names) for on in sorted(change.added)},
        "removed": [on.isoformat() for on in sorted(change.removed)],
    }


def day_in(written: str) -> date:
    """A date as in "2027-05-03". Raises Invalid."""
    try:
        if _DATE.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    raise Invalid("calendar.day", field="on")


def named(names: Names, *, on: date) -> Holiday:
    """A day off by one name for everybody, or by its names in our languages, of which "en" serves the others.

    Raises Invalid, TooLarge.
    """
    given = {"en": names} if isinstance(names, str) else names
    by_language = {language: name for language, name in given.items() if name}
    if by_language.keys() - set(LANGUAGES):
        raise Invalid("calendar.language", field="name")
    if not by_language:
        raise Invalid("calendar.nameless", field="name", days=str(on))
    said = {key: text.line(name, limit=MAX_NAME, field="name") for key, name in by_language.items()}
    said.setdefault("en", next(iter(said.values())))
    return Holiday(on=on, names={language: said[language] for language in LANGUAGES if language in said})
