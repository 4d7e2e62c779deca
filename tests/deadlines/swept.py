"""What the tests of the sweep share: a thread told at chosen instants, and short ways to look at its rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.deadlines import actions
from helpdesk.deadlines.models import DueWarning, Edition, Miss, Move, Obligation, Outage, Promise
from helpdesk.deadlines.terms.editions import OURS
from helpdesk.kernel.actor import SYSTEM
from helpdesk.workdays import known

_NO_ENTRY = UUID(int=7)  # what is published here was published by nobody: `verify` is told nothing of it


def sweep(now: datetime, **more: Any) -> int:
    """One worker's step."""
    return actions.sweep(actor=SYSTEM, now=now, **{"limit": 100} | more)


def settle(now: datetime) -> int:
    """Steps until there is nothing to do at `now`."""
    done = 0
    while found := sweep(now):
        done += found
        assert done < 100
    return done


def entries(kind: str) -> list[Entry]:
    """Of one kind, in order."""
    with everything():
        return list(Entry.objects.filter(kind=kind).order_by("seller_id", "n"))


def misses() -> list[Miss]:
    """All that were booked."""
    with everything():
        return list(Miss.objects.order_by("at"))


def moves() -> list[Move]:
    """All, in order."""
    with everything():
        return list(Move.objects.order_by("at"))


def warnings() -> list[int]:
    """The percentages that were warned at."""
    with everything():
        return list(DueWarning.objects.order_by("at").values_list("percent", flat=True))


def promise() -> Promise:
    """The one that there is."""
    with everything():
        return Promise.objects.get()


def obligation() -> Obligation:
    """The latest."""
    with everything():
        rows = Obligation.objects.defer("next_at").order_by("-received_at")
        return rows[0]


def next_at() -> datetime | None:
    """When the latest obligation is looked at again."""
    with everything():
        return Obligation.objects.order_by("-received_at").values_list("next_at", flat=True)[0]


def close_day(on: date, *, now: datetime, code: str = "PL") -> None:
    """A further holiday in a new version of a calendar, with its clocks marked."""
    base = known.edition(code=code)
    with everything():
        version = OURS + Edition.objects.filter(code=code).count()
        days = {day.isoformat(): {"en": "Holiday"} for day in (*base.holidays, on)}
        Edition.objects.create(
            code=code,
            version=version,
            base_version=base.version,
            effective_on=on,
            zone=base.zone,
            first_day=base.first_day,
            last_day=base.last_day,
            source="a test",
            holidays=days,
            published_at=now,
            published_by=SYSTEM.person,
            entry_id=_NO_ENTRY,
        )
        actions.mark_for_recheck(
            actor=SYSTEM, now=now, calendar=code, late_closed_since=now - timedelta(days=30)
        )


def outage(start: datetime, end: datetime, *, now: datetime) -> None:
    """Hours that count for nobody, with every clock marked."""
    with everything():
        Outage.objects.create(
            number=Outage.objects.count() + 1,
            starts_at=start,
            ends_at=end,
            reason="network",
            source="declared",
            published_at=now,
            entry_id=_NO_ENTRY,
        )
        actions.mark_for_recheck(
            actor=SYSTEM, now=now, calendar=None, late_closed_since=now - timedelta(days=30)
        )


@contextmanager
def statements() -> Iterator[list[str]]:
    """The SQL of a block."""
    connection.force_debug_cursor, before = True, connection.force_debug_cursor
    start = len(connection.queries_log)
    found: list[str] = []
    try:
        yield found
    finally:
        found += [query["sql"] for query in list(connection.queries_log)[start:]]
        connection.force_debug_cursor = before
