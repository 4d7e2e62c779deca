"""`bin/bench standing`: a snapshot of many Sellers, from columns, from the database, and from leaf bytes."""

import argparse
import os
import resource
import time
from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from helpdesk.console import say
from helpdesk.console.embedded import configuration
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.standing.queries.recomputing import points_in_leaves
from helpdesk.standing.rules import batching, vectors
from helpdesk.standing.rules.ageing import age, end_of
from helpdesk.standing.rules.placing import place
from helpdesk.standing.rules.scoring import sums
from helpdesk.standing.rules.shipped import shipped
from helpdesk.standing.rules.valuing import counted, halves, value
from helpdesk.standing.terms import MILLI, Matter, State, Sums
from helpdesk.standing.terms.columns import Columns
from tests.bench import ground, standing_year
from tests.bench.cpu import consumed
from tests.standing.year import DAYS, OBLIGATIONS, ON, leaves_of, obligations_of

LIMIT_SECONDS = 120
SHARDS, SAMPLE = 4, 200
_DATABASE = "bench_standing"
_POINTS = """
INSERT INTO standing_point (seller_id, id, seller, pair, chain, matter, with_order, deadline_us, state,
    overrun_us, by_entry, code)
SELECT 1000003 + s, md5('o' || s || '/' || n)::uuid, md5('s' || s)::uuid,
    md5('b' || s || '/' || n %% 20)::uuid, md5('c')::uuid,
    CASE n %% 10 WHEN 8 THEN 'promise' WHEN 9 THEN 'step' ELSE 'answer' END, n %% 3 > 0,
    %(end)s::bigint - (1 + (s * 7919::bigint + n * 104729) %% 365) * 86400000000 + s,
    CASE (s + n) %% 20 WHEN 18 THEN 'late' WHEN 19 THEN 'missed' ELSE 'met' END,
    (s + n) %% 90 * 3600000000::bigint, md5('a' || n)::uuid, ''
FROM generate_series(1, %(sellers)s) s, generate_series(0, %(last)s) n
"""
_SHOWN = """
INSERT INTO standing_shown (seller_id, rated, due) SELECT DISTINCT seller_id, true, true FROM standing_point
"""
Answer = TypeVar("Answer")


def run(asked: argparse.Namespace) -> None:
    """Measure and print; the parts of the work are told apart."""
    sellers: int = asked.sellers
    print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    if asked.year:
        with ground.server() as ours:
            standing_year.run(ours, sellers=asked.year)
        return
    print(f"{sellers:,} sellers x {OBLIGATIONS} obligations over {DAYS} days; one core")
    columns = _timed("  made, not measured against the limit", lambda: _columns(range(sellers)))
    took, found = _seconds(lambda: _snapshot(columns, sellers))
    print(
        f"  snapshot with numpy: {took:.1f} s, {took * 1e6 / sellers:.0f} us each (limit {LIMIT_SECONDS} s)"
    )
    plain, same = _seconds(lambda: _plainly(columns, sellers))
    print(f"  the sums in plain Python: {plain:.1f} s; equal in every bit: {same == found}")
    assert same == found
    print(f"  {SHARDS} shards, merged, equal: {_merged(sellers) == found}")
    _leaves()
    _stored(sellers)
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    assert took <= LIMIT_SECONDS, "a snapshot takes too long"


def _snapshot(columns: Columns, sellers: int) -> list[Sums]:
    weights = shipped()
    found = vectors.in_numpy(columns=columns, sellers=sellers, weights=weights)
    for done, total in enumerate(found, 1):
        place(total=total, weights=weights, measure=MILLI)
        if done % (sellers // 4 or 1) == 0:
            print(f"    {done:,} of {sellers:,} sellers", flush=True)
    return found


def _plainly(columns: Columns, sellers: int) -> list[Sums]:
    return batching.in_plain_python(columns=columns, sellers=sellers, weights=shipped())


def _merged(sellers: int) -> list[Sums]:
    found: list[Sums] = [Sums()] * sellers
    for shard in range(SHARDS):
        own = range(shard, sellers, SHARDS)
        part = vectors.in_numpy(columns=_columns(own), sellers=len(own), weights=shipped())
        found[shard::SHARDS] = part
    return found


def _columns(sellers: range) -> Columns:
    found, weights, buyers = Columns(), shipped(), dict[UUID, int]()
    for at, seller in enumerate(sellers):
        for point in obligations_of(seller):
            if point.state is State.EXCLUDED:
                continue
            found.add(
                seller=at,
                buyer=buyers.setdefault(point.pair, len(buyers)),
                halves=halves(matter=point.matter, weights=weights),
                with_order=point.with_order,
                is_answer=point.matter is Matter.ANSWER,
                age=age(deadline=point.deadline, on=ON),
                value=value(state=point.state, overrun=point.overrun, weights=weights),
            )
    return found


def _leaves() -> None:
    """Leaf bytes of some sellers, folded and counted one obligation at a time."""
    leaves = [leaf for seller in range(SAMPLE) for leaf in leaves_of(seller)]
    took, ledger = _seconds(lambda: points_in_leaves(leaves=leaves))
    print(f"  from leaf bytes: {len(leaves) / took:,.0f} leaves/s, {len(ledger):,} obligations")
    items = counted(points=ledger.values(), weights=shipped(), on=ON, at=end_of(ON))
    assert sums(items=items, weights=shipped()).n > 0


def _stored(sellers: int) -> None:
    """The same from the database and back into it, by the command that an operator has."""
    with ground.server() as ours:
        ground.create(ours, _DATABASE)
        ground.command(ours, _DATABASE, "migrate")
        with say.step(f"{sellers * OBLIGATIONS:,} obligations in the database"):
            _fill(ours, sellers)
        began = time.monotonic()
        with consumed() as used:
            ground.command(ours, _DATABASE, "standing", "snapshot", "--on", ON.isoformat())
        print(
            f"  read, counted and written by `helpdesk standing snapshot`: {used.seconds:.1f} s of the"
            f" processor beside the database, {time.monotonic() - began:.1f} s in all"
        )
        ground.remove(ours, _DATABASE)


def _fill(ours: Cluster, sellers: int) -> None:
    given = {"sellers": sellers, "end": end_of(ON), "last": OBLIGATIONS - 1}
    with ground.connect(ours, user=configuration.OWNER, dbname=_DATABASE) as owner:
        owner.execute(_POINTS, given)
        owner.execute(_SHOWN)
    with ground.connect(ours, user=configuration.SUPERUSER, dbname=_DATABASE) as admin:
        admin.execute("VACUUM (ANALYZE, FREEZE) standing_point")
        admin.execute("CHECKPOINT")


def _seconds(work: Callable[[], Answer]) -> tuple[float, Answer]:
    began = time.process_time()
    found = work()
    return time.process_time() - began, found


def _timed(said: str, work: Callable[[], Answer]) -> Answer:
    took, found = _seconds(work)
    print(f"{said}: {took:.1f} s", flush=True)
    return found
