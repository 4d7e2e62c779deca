"""`bin/bench search`."""

import argparse
import os
from dataclasses import replace
from statistics import median, quantiles

from helpdesk.console import say
from helpdesk.console.embedded import configuration
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.kernel.actor import Actor
from tests.bench import ground
from tests.bench.search.filling import fill, prepare
from tests.bench.search.measuring import Cost, cost
from tests.bench.search.questions import TURNS, Question, questions
from tests.bench.search.world import BIG, SMALL
from tests.cast import ANNA

SELLERS = {"half of all messages": BIG, "1 of 200 sellers": SMALL}
STAND = "bench_search"
LIMIT = 50.0  # milliseconds in the database that 95 of 100 questions keep
WARM = 1
_READ_ALL = """
    SELECT coalesce(sum(pg_prewarm(c.oid, 'read')), 0)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'i', 't') AND n.nspname IN ('public', 'pg_toast') AND pg_relation_size(c.oid) > 0
"""


def run(asked: argparse.Namespace) -> None:
    """Fill step by step, and ask the same at each size."""
    say.line(
        f"{TURNS} questions of each sort, as the application's role under row security; milliseconds in the"
        " database (EXPLAIN ANALYZE): median, 95 %, worst; of its processor alone: median, 95 %; until the"
        " answer is there: median, 95 %"
    )
    with ground.server() as ours:
        filled = _filled(ours) if asked.keep else 0
        if not filled:
            ground.create(ours, STAND)
        ground.command(ours, STAND, "migrate")
        ground.point_django_at(STAND)
        for size in sorted(size for size in asked.sizes if size >= filled):
            _fill(ours, filled, size)
            filled = size
            if asked.warm:
                _warm(ours)
            for whose, seller_id in SELLERS.items():
                _measure(size, whose, replace(ANNA, seller_id=seller_id))


def _filled(ours: Cluster) -> int:
    """How many messages a run before this one has left; 0 where none has."""
    sql = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    with ground.connect(ours, user=configuration.SUPERUSER, dbname="postgres") as admin:
        row = admin.execute(sql, [STAND]).fetchone()
    return int(row[0]) if row and row[0] else 0


def _fill(ours: Cluster, first: int, until: int) -> None:
    if first == until:
        return
    with ground.connect(ours, user=configuration.SUPERUSER, dbname=STAND) as admin:
        admin.execute(f"COMMENT ON DATABASE {STAND} IS NULL")
        prepare(admin, first=first)
        fill(admin, first=first, until=until)
        admin.execute(f"COMMENT ON DATABASE {STAND} IS '{until}'")


def _warm(ours: Cluster) -> None:
    """All that a search may read, once: the questions that follow were never asked before."""
    with ground.connect(ours, user=configuration.SUPERUSER, dbname=STAND) as admin:
        admin.execute("CREATE EXTENSION IF NOT EXISTS pg_prewarm")
        (pages,) = admin.execute(_READ_ALL).fetchone() or (0,)
    say.line(f"{pages * 8 // 1024:,} MB read into memory first")


def _measure(size: int, whose: str, actor: Actor) -> None:
    say.line(f"\n{size:,} messages, a seller with {whose}; load {os.getloadavg()[0]:.1f}")
    everything: list[Cost] = []
    assert actor.seller_id is not None
    for name, asked in questions(seller=actor.seller_id, size=size):
        costs = _costs(actor, asked)
        everything += costs
        say.line(_line(name, costs))
    under = sum(one.database < LIMIT for one in everything) / len(everything)
    alone = sum(one.processor < LIMIT for one in everything) / len(everything)
    say.line(f"{_line('all of them', everything)}  under {LIMIT:g} ms: {under:.0%}, {alone:.0%} of processor")


def _costs(actor: Actor, asked: list[Question]) -> list[Cost]:
    for question in asked[-WARM:]:
        cost(actor=actor, question=question)
    return [cost(actor=actor, question=question) for question in asked]


def _line(name: str, costs: list[Cost]) -> str:
    database, scans = [one.database for one in costs], sum(one.scans for one in costs)
    processor, whole = [one.processor for one in costs], [one.whole for one in costs]
    figures = (
        *(median(database), _most(database), max(database)),
        *(median(processor), _most(processor), median(whole), _most(whole)),
    )
    said = "".join(f"{figure:8.1f}" for figure in figures)
    return f"{name:<26}{said}" + (f"  {scans} SCANS OF A TABLE" if scans else "")


def _most(values: list[float]) -> float:
    """What 95 of 100 stay below."""
    return quantiles(values, n=20)[-1]
