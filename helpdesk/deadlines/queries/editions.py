"""Calendars as lists and as years: what counts now, who published it, and how far ahead it reaches."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from helpdesk.accounts.queries import names_for_system
from helpdesk.archive.database.scope import acting, everything
from helpdesk.deadlines.models import Edition as Published
from helpdesk.deadlines.policies import can_see_calendars
from helpdesk.deadlines.queries.calendars import edition_of, in_force, version_in_force
from helpdesk.deadlines.queries.counted import (
    markets_by_code_for_system,
    open_by_code,
    sellers_by_code_for_system,
)
from helpdesk.deadlines.terms import InForce
from helpdesk.deadlines.terms.editions import OURS, CalendarLine, CalendarYear, VersionShown
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.workdays import known
from helpdesk.workdays.changes import Change, difference
from helpdesk.workdays.edition import Edition
from helpdesk.workdays.horizon import HORIZON_ALARM_DAYS, horizon

_Version = tuple[Edition, int, datetime | None, str]  # itself, what it was drawn from, when and by whom


def in_force_for_system() -> InForce:
    """How much was published so far. One SQL statement beside the scope's."""
    with everything():
        return in_force()


def calendar_known(*, code: str) -> str:
    """The code, if it is one. Raises NotFound."""
    if code not in known.calendars():
        raise NotFound("calendar.not_found")
    return code


def parts_of(*, code: str) -> tuple[str, ...]:
    """The calendars of a country's parts; of a part, none."""
    return tuple(each for each in known.calendars() if each.startswith(f"{code}-"))


def calendar_lines(*, actor: Actor, now: datetime) -> list[CalendarLine]:
    """All calendars by code. Five SQL statements beside the scopes'. Raises Forbidden."""
    _refuse_strangers(actor)
    with acting(actor):
        at = in_force()
        published = Counter(Published.objects.values_list("code", flat=True))
        bases = dict(Published.objects.order_by("version").values_list("code", "base_version"))
        clocks = open_by_code()
    sellers, markets = sellers_by_code_for_system(), markets_by_code_for_system()
    return [
        CalendarLine(
            code=code,
            version=(edition := _edition_at(code, at)).version,
            base=bases.get(code, edition.version),
            shipped=known.edition(code=code).version,
            last_day=edition.last_day,
            days_left=horizon(known=edition, today=now.date()),
            published=published[code],
            open=clocks[code],
            sellers=sellers[code],
            markets=markets.get(code, ()),
        )
        for code in known.calendars()
    ]


def short_horizons_for_system(*, today: date) -> dict[str, int]:
    """Days left of calendars in use that end too soon.

    Beside the scopes' one SQL statement as long as none does, else four.
    """
    with everything():
        at = in_force()
        left = {code: horizon(known=_edition_at(code, at), today=today) for code in known.calendars()}
        short = {code: days for code, days in left.items() if days < HORIZON_ALARM_DAYS}
        clocks = open_by_code() if short else Counter[str]()
    if not short:
        return {}
    in_use = {*clocks, *sellers_by_code_for_system(), *markets_by_code_for_system()}
    return {code: days for code, days in short.items() if code in in_use}


def calendar_year_for_system(*, code: str, year: int | None, today: date) -> CalendarYear:
    """A year of the version in force, for everybody; today's, or the nearest that it knows, if none is given.

    Two SQL statements at most beside the scopes'. Raises NotFound (no such calendar, or not this year).
    """
    calendar_known(code=code)
    with everything():
        edition = _edition_at(code, in_force())
        own = Published.objects.filter(code=code, version=edition.version)
        row = own.first() if edition.version >= OURS else None
    shown = _nearest(edition, today.year) if year is None else year
    if not edition.first_day.year <= shown <= edition.last_day.year:
        raise NotFound("calendar.year")
    shipped = known.edition(code=code)
    other = difference(old=shipped.holidays, new=edition.holidays)
    return CalendarYear(
        code=code,
        year=shown,
        version=edition.version,
        base=row.base_version if row else edition.version,
        shipped=shipped.version,
        effective_on=edition.effective_on,
        zone=edition.zone,
        source=edition.source,
        first_day=edition.first_day,
        last_day=edition.last_day,
        holidays={on: day for on, day in edition.holidays.items() if on.year == shown},
        added=frozenset(on for on in other.added if on.year == shown),
        removed={on: shipped.holidays[on] for on in sorted(other.removed) if on.year == shown},
    )


def package_change(*, actor: Actor, code: str) -> Change:
    """What would turn the days in force into those of the package. Raises Forbidden, NotFound."""
    _refuse_strangers(actor)
    calendar_known(code=code)
    with acting(actor):
        edition = _edition_at(code, in_force())
    newest = {on: day for on, day in known.edition(code=code).holidays.items() if on <= edition.last_day}
    return difference(old=edition.holidays, new=newest)


def versions_of(*, actor: Actor, code: str) -> list[VersionShown]:
    """Every version of a calendar, the latest first. Two SQL statements. Raises Forbidden, NotFound."""
    _refuse_strangers(actor)
    calendar_known(code=code)
    with acting(actor):
        rows = list(Published.objects.filter(code=code).order_by("version"))
        names = names_for_system(people={row.published_by for row in rows}) if rows else {}
    found: list[_Version] = [(each, each.version, None, "") for each in known.edition(code=code).versions]
    for row in rows:
        edition = edition_of(code=code, version=row.version)
        found.append((edition, row.base_version, row.published_at, names.get(row.published_by, "")))
    return [*_shown(found)][::-1]


def _shown(versions: Iterable[_Version]) -> Iterator[VersionShown]:
    """Each beside the one that it was drawn from; of the first there is nothing to compare with."""
    before: Edition | None = None
    for edition, base, at, by in versions:
        if at is not None and before is not None and before.version < OURS:
            before = edition_of(code=edition.code, version=base)
        yield VersionShown(
            code=edition.code,
            version=edition.version,
            base=base,
            effective_on=edition.effective_on,
            first_day=edition.first_day,
            last_day=edition.last_day,
            source=edition.source,
            published_at=at,
            by=by,
            change=difference(old=before.holidays, new=edition.holidays) if before else Change(),
        )
        before = edition


def _edition_at(code: str, at: InForce) -> Edition:
    return edition_of(code=code, version=version_in_force(code=code, at=at))


def _nearest(edition: Edition, year: int) -> int:
    return max(edition.first_day.year, min(year, edition.last_day.year))


def _refuse_strangers(actor: Actor) -> None:
    if not can_see_calendars(actor):
        raise Forbidden("calendar.not_yours")
