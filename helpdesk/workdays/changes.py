"""What differs between two versions of a calendar's days, and the next version that a change makes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from helpdesk.workdays.edition import Edition
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.refusals import InvalidChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Days off that are new, and those that are none any more. A new name for the same day is no change."""

    added: Mapping[date, Holiday] = field(default_factory=dict)
    removed: frozenset[date] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)


def difference(*, old: Mapping[date, Holiday], new: Mapping[date, Holiday]) -> Change:
    """What turns the days of `old` into those of `new`."""
    return Change(
        added={on: new[on] for on in sorted(new.keys() - old.keys())},
        removed=frozenset(old.keys() - new.keys()),
    )


def changed(*, edition: Edition, change: Change, version: int, effective_on: date) -> Edition:
    """The edition with this change, as this version, from this date on.

    `InvalidChange`, with a stable `code`, for a change that is empty, a day outside the edition's, adding a
    day that is off already, removing one that is not, or a version that is not later.
    """
    if not change:
        raise InvalidChange("change.empty", "a change adds a day or removes one")
    if version <= edition.version:
        raise InvalidChange("change.version", f"{edition.code} is at version {edition.version} already")
    known = edition.holidays
    _refuse("change.outside", "outside the calendar", _outside(edition, change))
    _refuse("change.known", "a day off already", change.added.keys() & known.keys())
    _refuse("change.unknown", "no day off", change.removed - known.keys())
    kept = {on: holiday for on, holiday in known.items() if on not in change.removed}
    days = {**kept, **change.added}
    ordered = {on: days[on] for on in sorted(days)}
    return replace(edition, version=version, effective_on=effective_on, holidays=ordered, earlier=())


def first_changed(change: Change) -> date:
    """The earliest day that changes: nothing before it moves. `InvalidChange` if none does."""
    if not change:
        raise InvalidChange("change.empty", "a change adds a day or removes one")
    return min((*change.added, *change.removed))


def _outside(edition: Edition, change: Change) -> Iterable[date]:
    days = change.added.keys() | change.removed
    return (on for on in days if not edition.first_day <= on <= edition.last_day)


def _refuse(code: str, why: str, days: Iterable[date]) -> None:
    if named := sorted(days):
        raise InvalidChange(code, f"{', '.join(map(str, named))}: {why}", days=tuple(named))
