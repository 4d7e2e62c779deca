"""What a new version of a calendar would do to the clocks, counted before anybody publishes it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

from django.db.models import Q

from helpdesk.archive.database.scope import acting
from helpdesk.deadlines.models import Obligation
from helpdesk.deadlines.policies import can_publish_calendar
from helpdesk.deadlines.queries.calendars import edition_of, in_force, outages_until, version_in_force
from helpdesk.deadlines.queries.editions import calendar_known, parts_of
from helpdesk.deadlines.rules.previewing import Clock, foreseen
from helpdesk.deadlines.rules.publishing import next_edition, what_is_new
from helpdesk.deadlines.terms import InForce, Verdict
from helpdesk.deadlines.terms.editions import Preview, Target
from helpdesk.deadlines.terms.outages import Foreseen
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.refusal import Forbidden
from helpdesk.workdays import known
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.changes import Change
from helpdesk.workdays.edition import Edition
from helpdesk.workdays.exclusions import without

MOST = 1_000_000  # clocks that are looked at: beyond, the page says "more than"
_BATCH = 5000  # of them held at once
_ZONES = timedelta(days=2)  # no wall clock is further from UTC, whatever day it is there
_COLUMNS = ("calendar", "zone", "received_at", "deadline", "budget_us", "answered_at")
_Table = tuple[str, str]  # calendar, zone


def preview(
    *, actor: Actor, now: datetime, code: str, change: Change, parts: bool, most: int = MOST
) -> Preview:
    """What publishing would do now: two SQL statements beside the scope's, rows streamed, memory bounded.

    `parts` takes a country's change to its parts too. Raises Forbidden, NotFound, Invalid (a change that
    cannot be published).
    """
    if not can_publish_calendar(actor):
        raise Forbidden("calendar.not_yours")
    calendar_known(code=code)
    with acting(actor):
        at = in_force()
        editions, targets = planned(code=code, change=change, parts=parts, at=at)
        count = _Count(editions=editions, at=at, now=to_us(now), most=most)
        count.all_of(_concerned(editions.keys(), change, most))
    return count.preview(targets)


def planned(
    *, code: str, change: Change, parts: bool, at: InForce
) -> tuple[dict[str, Edition], tuple[Target, ...]]:
    """The next edition of each calendar that the change concerns, and what of it is new there.

    The calendar itself is the first; parts that know the whole change already are left out. Raises Invalid.
    """
    editions, targets = {}, []
    for each in (code, *(parts_of(code=code) if parts else ())):
        version = version_in_force(code=each, at=at)
        edition = edition_of(code=each, version=version)
        new = change if each == code else what_is_new(change, edition=edition)
        if new or each == code:
            editions[each] = next_edition(edition, shipped=known.edition(code=each), change=new)
            targets.append(Target(code=each, version=version, change=new))
    return editions, tuple(targets)


@dataclass(slots=True, kw_only=True)
class _Count:
    """A count under way."""

    editions: dict[str, Edition]
    at: InForce
    now: int
    most: int
    looked_at: int = 0
    by_calendar: dict[str, Foreseen] = field(default_factory=dict)
    _tables: dict[_Table, Calendar] = field(default_factory=dict)

    def all_of(self, clocks: Iterable[tuple[_Table, Clock]]) -> None:
        """Look at each, in batches of one table."""
        held = defaultdict[_Table, list[Clock]](list)
        for table, clock in clocks:
            self.looked_at += 1
            held[table].append(clock)
            if self.looked_at % _BATCH == 0:
                self._add(held)
        self._add(held)

    def _add(self, held: dict[_Table, list[Clock]]) -> None:
        for table, clocks in held.items():
            found = foreseen(clocks=clocks, tables=[self._table(table)], now=self.now)
            self.by_calendar[table[0]] = self.by_calendar.get(table[0], Foreseen()) + found
        held.clear()

    def _table(self, table: _Table) -> Calendar:
        if table not in self._tables:
            code, zone = table
            whole = self.editions[code].calendar(zone=zone)
            intervals = outages_until(number=self.at.outages)
            self._tables[table] = without(calendar=whole, intervals=intervals)
        return self._tables[table]

    def preview(self, targets: tuple[Target, ...]) -> Preview:
        """The whole count."""
        return Preview(
            targets=targets,
            total=sum(self.by_calendar.values(), Foreseen()),
            by_calendar={code: found for code, found in self.by_calendar.items() if found.moved},
            looked_at=self.looked_at,
            is_capped=self.looked_at >= self.most,
        )


def _concerned(codes: Iterable[str], change: Change, most: int) -> Iterator[tuple[_Table, Clock]]:
    """Clocks that ran on a day that is new: open ones, and late answers that are not corrected yet."""
    if not change.added:
        return  # a day less shortens nothing
    first, last = (datetime.combine(on, time(), UTC) for on in (min(change.added), max(change.added)))
    ran = Q(calendar__in=list(codes), deadline__gt=first - _ZONES, received_at__lt=last + 2 * _ZONES)
    counts = Q(answered_at=None) | Q(verdict=Verdict.LATE.value, corrected_by=None)
    rows = Obligation.objects.filter(ran & counts).values_list(*_COLUMNS)[:most]
    for code, zone, received, deadline, budget, answered in rows.iterator(chunk_size=_BATCH):
        closed = to_us(answered) if answered else None
        yield (code, zone), Clock(to_us(received), to_us(deadline), budget, closed)
