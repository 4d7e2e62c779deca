"""The next version of a calendar: what a change makes of it, and what may not be changed."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from helpdesk.deadlines.terms.editions import MAX_DAYS, OURS
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.refusal import Invalid
from helpdesk.workdays.changes import Change, changed, first_changed
from helpdesk.workdays.edition import Edition
from helpdesk.workdays.refusals import InvalidChange

_DAY = timedelta(days=1)


def next_version(version: int, *, ours: int = OURS) -> int:
    """The operator's first, or the one after the one in force."""
    return max(ours, version + 1)


def extended(edition: Edition, *, shipped: Edition) -> Edition:
    """With the days of the package's latest version past its own end: no horizon is lost by a day of ours."""
    if shipped.last_day <= edition.last_day:
        return edition
    later = {on: day for on, day in shipped.holidays.items() if on > edition.last_day}
    days = {**edition.holidays, **later}
    return replace(edition, last_day=shipped.last_day, source=shipped.source, holidays=days)


def next_edition(edition: Edition, *, shipped: Edition, change: Change) -> Edition:
    """The version after `edition`, with the change and the package's further days.

    A change that is empty is one only where the package reaches further. Raises Invalid.
    """
    longer = extended(edition, shipped=shipped)
    version = next_version(edition.version)
    if not change and longer is not edition:
        return replace(longer, version=version, effective_on=edition.last_day + _DAY, earlier=())
    _refuse_too_much(change)
    try:
        return changed(
            edition=longer, change=change, version=version, effective_on=_from(change, edition=longer)
        )
    except InvalidChange as refusal:
        days = ", ".join(map(str, refusal.days[:10]))
        code = refusal.code.replace("change.", "calendar.")
        raise Invalid(code, field="change", days=days) from None


def what_is_new(change: Change, *, edition: Edition) -> Change:
    """What of a country's change is one for its part, which may have a day off already."""
    return Change(
        added={on: day for on, day in change.added.items() if on not in edition.holidays},
        removed=frozenset(on for on in change.removed if on in edition.holidays),
    )


def facts_of(edition: Edition, *, base: int, change: Change) -> dict[str, int | str]:
    """What the leaf says of it in clear."""
    return {
        "added": len(change.added),
        "base_version": base,
        "calendar": edition.code,
        "days": sha256(canonical(days_of(edition))).hexdigest(),
        "effective_on": edition.effective_on.isoformat(),
        "first_day": edition.first_day.isoformat(),
        "last_day": edition.last_day.isoformat(),
        "removed": len(change.removed),
        "source": edition.source,
        "version": edition.version,
        "zone": edition.zone,
    }


def days_of(edition: Edition) -> dict[str, dict[str, str]]:
    """Its days off as plain values: by date, the names by language."""
    return {on.isoformat(): dict(day.names) for on, day in sorted(edition.holidays.items())}


def _from(change: Change, *, edition: Edition) -> date:
    return first_changed(change) if change else edition.last_day


def _refuse_too_much(change: Change) -> None:
    if len(change.added) + len(change.removed) > MAX_DAYS:
        raise Invalid("calendar.too_many", field="change", limit=MAX_DAYS)
