"""Which calendar counts for whom, and the tables to count with: the package's editions and the operator's.

A clock is counted with a calendar's code, its version, the wall clock of a zone, the outages published so
far, and the hours in which measures stop its Seller from answering. These five never change their meaning, so
tables are kept for good; only what is in force is asked again.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from django.conf import settings
from django.db import connection

from helpdesk.archive.database.scope import everything
from helpdesk.deadlines.models import Edition as Published
from helpdesk.deadlines.models import Outage
from helpdesk.deadlines.rules.measures import ended, kinds_stopping
from helpdesk.deadlines.terms import InForce
from helpdesk.deadlines.terms.editions import OURS
from helpdesk.kernel.clock import to_us
from helpdesk.workdays import known
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.edition import Edition
from helpdesk.workdays.exclusions import without
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.refusals import UnknownCalendar

_COUNT = (
    "SELECT (SELECT count(*) FROM deadlines_edition), (SELECT coalesce(max(number), 0) FROM deadlines_outage)"
)
_COUNT_OF = f"{_COUNT}, marketplace_stopped_v1(%s::bigint, %s::text[], %s::timestamptz)"


@dataclass(slots=True)
class _Latest:
    """What this process knows to be in force."""

    of: InForce = field(default_factory=InForce)
    versions: dict[str, int] = field(default_factory=dict)


_latest: dict[str, _Latest] = {}  # by database: tests clone theirs


def in_force() -> InForce:
    """How much was published so far. One SQL statement, in the present scope."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT)
        editions, outages = cursor.fetchone()
    return InForce(editions=editions, outages=outages)


def in_force_of(*, seller_id: int, with_order: bool, since: datetime) -> InForce:
    """The same for one clock that runs since then, with what measures stop there. One SQL statement."""
    kinds = [kind.value for kind in kinds_stopping(with_order=with_order)]
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_OF, [seller_id, kinds, since])
        editions, outages, stopped = cursor.fetchone()
    return InForce(editions=editions, outages=outages, stopped=stopped)


def calendar_of(
    *,
    country: str,
    subdivision: str | None,
    zone: str,
    market_country: str,
    market_zone: str,
    at: InForce,
) -> Calendar | None:
    """The calendar in force of a Seller's establishment; of the thread's market where there is none here.

    A subdivision without a calendar of its own falls back to its country's national days. None: neither.
    Where the operator counts by market (HELPDESK_CLOCK_BY), the establishment is not asked.
    """
    places = [(country, subdivision, zone), (country, None, zone)]
    if settings.HELPDESK_CLOCK_BY == "market":
        places = []
    for land, part, where in (*places, (market_country, None, market_zone)):
        if code := known.code_of(country=land, subdivision=part or None):
            return current(code=code, zone=where or None, at=at)
    return None


def current(*, code: str, zone: str | None, at: InForce) -> Calendar:
    """The version in force of a calendar, without the outages so far. `UnknownCalendar` if it is not here."""
    return timetable(code=code, version=version_in_force(code=code, at=at), zone=zone, outages=at.outages)


def version_in_force(*, code: str, at: InForce) -> int:
    """The operator's latest version of a calendar, else the package's."""
    if not at.editions:
        return known.edition(code=code).version
    return _versions(at).get(code) or known.edition(code=code).version


def timetable(*, code: str, version: int, zone: str | None, outages: int = 0, stopped: str = "") -> Calendar:
    """The table of one version, without the first `outages` outages and the hours of measures, for ever.

    What of those hours has no end stays in: a clock that stands has no deadline to count.
    `UnknownCalendar` for a code or version that never was.
    """
    return _timetable(_database(), code, version, zone, outages, stopped)


def edition_of(*, code: str, version: int) -> Edition:
    """The days of one version. `UnknownCalendar` if it never was."""
    return _edition(_database(), code, version)


def outages_until(*, number: int) -> tuple[tuple[int, int], ...]:
    """The intervals of the first `number` outages, in microseconds UTC."""
    return _outages(_database(), number) if number else ()


def _database() -> str:
    return str(connection.settings_dict["NAME"])


def _versions(at: InForce) -> dict[str, int]:
    latest = _latest.setdefault(_database(), _Latest())
    if latest.of.editions != at.editions:
        with everything():
            rows = list(Published.objects.order_by("version").values_list("code", "version"))
        latest.versions = dict(rows)
        latest.of = InForce(editions=len(rows), outages=at.outages)
    return latest.versions


@lru_cache(maxsize=4096)  # zones come from sellers' addresses: bounded
def _timetable(
    database: str, code: str, version: int, zone: str | None, outages: int, stopped: str
) -> Calendar:
    if stopped:
        whole = _timetable(database, code, version, zone, outages, "")
        return without(calendar=whole, intervals=ended(stopped))
    if version < OURS and not outages:
        return known.calendar_named(code=code, zone=zone, version=version)
    if not outages:
        return _edition(database, code, version).calendar(zone=zone)
    whole = _timetable(database, code, version, zone, 0, "")
    return without(calendar=whole, intervals=_outages(database, outages))


@lru_cache(maxsize=1024)
def _edition(_database: str, code: str, version: int) -> Edition:
    if version < OURS:
        return known.edition(code=code, version=version)
    with everything():
        row = Published.objects.filter(code=code, version=version).first()
    if row is None:
        raise UnknownCalendar(f"{code} {version} was never published")
    days = {date.fromisoformat(on): names for on, names in row.holidays.items()}
    return Edition(
        code=row.code,
        version=row.version,
        effective_on=row.effective_on,
        source=row.source,
        zone=row.zone,
        first_day=row.first_day,
        last_day=row.last_day,
        holidays={on: Holiday(on=on, names=names) for on, names in days.items()},
    )


@lru_cache(maxsize=256)
def _outages(_database: str, number: int) -> tuple[tuple[int, int], ...]:
    with everything():
        rows = Outage.objects.filter(number__lte=number).order_by("number")
        return tuple((to_us(row.starts_at), to_us(row.ends_at)) for row in rows)


def forget() -> None:
    """Empty what this process keeps; for tests that share a database's name."""
    _latest.clear()
    for kept in (_timetable, _edition, _outages):
        kept.cache_clear()
