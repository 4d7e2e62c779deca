"""Outages: what was published, what is proposed, and what publishing it would do."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from functools import cache
from uuid import UUID

from django.db.models import Q

from helpdesk.accounts.queries import names_for_system
from helpdesk.archive.database.scope import acting, everything
from helpdesk.deadlines.models import Obligation, Outage, OutageProposal
from helpdesk.deadlines.policies import can_see_proposals
from helpdesk.deadlines.queries.calendars import in_force, timetable, version_in_force
from helpdesk.deadlines.rules.previewing import Clock, foreseen
from helpdesk.deadlines.terms import InForce, Verdict
from helpdesk.deadlines.terms.outages import (
    Foreseen,
    OutageProposed,
    OutageReason,
    OutageShown,
    OutageSource,
)
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.workdays import known
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.exclusions import Interval, without

OUTAGES = 50  # outages of a list
_BATCH = 5000  # obligations held at once while a preview counts
_Table = tuple[str, int, str]  # calendar, version, zone
_COLUMNS = (
    "calendar",
    "calendar_version",
    "zone",
    "received_at",
    "deadline",
    "budget_us",
    "answered_at",
)


@cache
def earliest() -> datetime:
    """Where the calendars of the package begin: no clock counts before, so nothing there can be an outage."""
    days = (known.edition(code=code).first_day for code in known.calendars())
    return datetime.combine(min(days), time(), UTC)


def published_outages_for_system(*, limit: int = OUTAGES, before: int | None = None) -> list[OutageShown]:
    """Published outages, the latest number first, below `before`; for everybody, signed in or not."""
    with everything():
        rows = Outage.objects.order_by("-number")
        if before is not None:
            rows = rows.filter(number__lt=before)
        return [_shown(row) for row in rows[:limit]]


def proposed_outages(*, actor: Actor) -> list[OutageProposed]:
    """What waits for a decision, the one that began first at the top. Raises Forbidden."""
    if not can_see_proposals(actor):
        raise Forbidden("outage.not_yours")
    with acting(actor):
        rows = list(OutageProposal.objects.filter(settled_at=None).order_by("starts_at", "id"))
    return _proposed(rows)


def proposed_outage(*, actor: Actor, id: UUID) -> OutageProposed:
    """One that waits for a decision. Raises Forbidden, NotFound (settled ones, too)."""
    if not can_see_proposals(actor):
        raise Forbidden("outage.not_yours")
    with acting(actor):
        rows = list(OutageProposal.objects.filter(id=id, settled_at=None))
    if not rows:
        raise NotFound("outage.not_found")
    return _proposed(rows)[0]


def foreseen_of_outage(*, actor: Actor, now: datetime, proposal: OutageProposed) -> Foreseen:
    """What publishing the proposal would do now: all clocks that ran in these hours are counted once more."""
    gap = to_us(proposal.starts_at), to_us(proposal.ends_at)
    with acting(actor):
        at, total = in_force(), Foreseen()
        for table, clocks in _batches(_concerned(proposal)):
            total += foreseen(clocks=clocks, tables=_tables(table, at, gap), now=to_us(now))
    return total


def _concerned(proposal: OutageProposed) -> Iterator[tuple[_Table, Clock]]:
    """Clocks that counted some of the span: open ones, and late answers that are not corrected yet."""
    ran = Q(received_at__lt=proposal.ends_at, deadline__gt=proposal.starts_at)
    counts = Q(answered_at=None) | Q(verdict=Verdict.LATE.value, corrected_by=None)
    rows = Obligation.objects.filter(ran & counts).values_list(*_COLUMNS)
    for code, version, zone, received, deadline, budget, answered in rows.iterator(chunk_size=_BATCH):
        closed = to_us(answered) if answered else None
        yield (code, version, zone), Clock(to_us(received), to_us(deadline), budget, closed)


def _batches(clocks: Iterable[tuple[_Table, Clock]]) -> Iterator[tuple[_Table, list[Clock]]]:
    """By table, a bounded number at once."""
    held = defaultdict[_Table, list[Clock]](list)
    for count, (table, clock) in enumerate(clocks, 1):
        held[table].append(clock)
        if count % _BATCH == 0:
            yield from held.items()
            held.clear()
    yield from held.items()


def _tables(table: _Table, at: InForce, gap: Interval) -> list[Calendar]:
    """The version that the clocks were counted with and the newest, without all outages and this span."""
    code, version, zone = table
    return [
        without(calendar=timetable(code=code, version=one, zone=zone, outages=at.outages), intervals=[gap])
        for one in {version, version_in_force(code=code, at=at)}
    ]


def _proposed(rows: list[OutageProposal]) -> list[OutageProposed]:
    names = names_for_system(people=[row.proposed_by for row in rows]) if rows else {}
    return [
        OutageProposed(
            id=row.id,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            reason=OutageReason(row.reason),
            note=row.note,
            source=OutageSource(row.source),
            proposed_at=row.proposed_at,
            by=names.get(row.proposed_by, ""),
        )
        for row in rows
    ]


def _shown(row: Outage) -> OutageShown:
    return OutageShown(
        number=row.number,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        reason=OutageReason(row.reason),
        note=row.note,
        source=OutageSource(row.source),
        published_at=row.published_at,
    )
