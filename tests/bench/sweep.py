"""`bin/bench sweep`: what is due, found among more and more open obligations by the application's role."""

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median
from typing import Any

import psycopg

from helpdesk.archive.database.scope import SET_SCOPE
from helpdesk.console import say
from helpdesk.console.embedded import configuration
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.deadlines.queries.due import DUE_OBLIGATIONS
from helpdesk.kernel import clock
from tests.bench import ground

DUE, SELLERS, ASKED = 100, 1_000, 20
TURNS = 15  # short ones in each round: what the machine does beside us meets all tables alike
EMPTY = "bench_sweep_empty"
INDEX = "deadlines_next"
# The first hundred were due within the last hour, the others will be within the next day.
_FILL = """
INSERT INTO deadlines_obligation (seller_id, id, chain, buyer_id, audience, cause, question_id, received_at,
    budget_us, opened_deadline, opened_version, opened_outages, deadline, calendar, calendar_version, outages,
    zone, with_order, next_at)
SELECT 1000003 + n %% %(sellers)s, md5('o' || n)::uuid, md5('c' || n)::uuid, md5('b' || n)::uuid, 0,
    'message', md5('o' || n)::uuid, %(now)s - interval '1 day', 86400000000, %(now)s + interval '2 days',
    1, 0, %(now)s + interval '2 days', 'PL', 1, 0, 'Europe/Warsaw', true,
    CASE WHEN n < %(due)s THEN %(now)s - n * interval '30 seconds'
         ELSE %(now)s + (1 + n::bigint * 7919 %% 86400) * interval '1 second' END
FROM generate_series(0, %(open)s - 1) n
"""


@dataclass(slots=True, kw_only=True)
class Table:
    """So many open obligations, the plan that finds the due ones, and milliseconds in each round."""

    open: int
    application: psycopg.Connection
    plan: Mapping[str, Any]
    rounds: list[float] = field(default_factory=list)


def run(asked: argparse.Namespace) -> None:
    """Measure and print."""
    now = clock.now()
    with ground.server() as ours, ExitStack() as stack:
        ground.create(ours, EMPTY)
        ground.command(ours, EMPTY, "migrate")
        tables = [stack.enter_context(_table(ours, size, now)) for size in sorted(asked.open)]
        for _ in range(asked.rounds * TURNS):
            for table in tables:
                table.rounds.append(_milliseconds(table.application, now))
    _print(tables)


def _print(tables: Sequence[Table]) -> None:
    print(f"{DUE} due among open obligations: as helpdesk_app, row security on, {ASKED} times a turn")
    for table in tables:
        print(
            f"{table.open:>10,} open  {median(table.rounds):6.3f} ms"
            f" ({min(table.rounds):.3f}-{max(table.rounds):.3f})  {told(table.plan)}"
        )
    first, last = tables[0], tables[-1]
    ratios = [late / early for early, late in zip(first.rounds, last.rounds, strict=True)]
    print(
        f"Flatness: {median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f}) times the time"
        f" with {last.open / first.open:g} times as many"
    )


def told(plan: Mapping[str, Any]) -> str:
    """What the plan reads: one scan of the index of what comes next, or it is not what it has to be."""
    scans = [node for node in nodes(plan) if "Index Name" in node]
    kinds = [node["Node Type"] for node in nodes(plan)]
    assert [scan["Index Name"] for scan in scans] == [INDEX], f"not one index: {kinds}"
    assert "Seq Scan" not in kinds, f"the whole table: {kinds}"
    blocks = plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]
    return f"{scans[0]['Node Type']} on {INDEX}, {scans[0]['Actual Rows']:g} rows, {blocks} blocks"


def nodes(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The plan's nodes, each before those under it, without those that run once to read the scope."""
    yield plan
    for under in plan.get("Plans", ()):
        if under.get("Parent Relationship") != "InitPlan":
            yield from nodes(under)


def _milliseconds(application: psycopg.Connection, now: datetime) -> float:
    """Of one search, transaction and scope included: the median."""
    taken = []
    for _ in range(ASKED):
        began = time.perf_counter()
        found = _found(application, DUE_OBLIGATIONS, now).fetchall()
        taken.append(time.perf_counter() - began)
        assert len(found) == DUE, f"{len(found)} found, {DUE} are due"
    return median(taken) * 1000


def _found(application: psycopg.Connection, query: str, now: datetime) -> psycopg.Cursor[Any]:
    with application.transaction():
        application.execute(SET_SCOPE, ("all", "", ""))
        return application.execute(query.encode(), [now, DUE])


@contextmanager
def _table(ours: Cluster, size: int, now: datetime) -> Iterator[Table]:
    """A database of its own with so many open obligations, as long as it is measured."""
    name = f"bench_sweep_{size}"
    ground.create(ours, name, template=EMPTY)
    with say.step(f"{size:,} open obligations"):
        _fill(ours, name, size, now)
    with ground.connect(ours, user="helpdesk_app", dbname=name) as application:
        plan = _found(
            application, f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {DUE_OBLIGATIONS}", now
        ).fetchone()
        assert plan is not None
        yield Table(open=size, application=application, plan=plan[0][0]["Plan"])
    ground.remove(ours, name)


def _fill(ours: Cluster, name: str, size: int, now: datetime) -> None:
    given = {"sellers": SELLERS, "due": DUE, "open": size, "now": now}
    with ground.connect(ours, user=configuration.OWNER, dbname=name) as owner:
        owner.execute(_FILL, given)
    with ground.connect(ours, user=configuration.SUPERUSER, dbname=name) as admin:
        admin.execute("VACUUM (ANALYZE, FREEZE) deadlines_obligation")
        admin.execute("CHECKPOINT")
