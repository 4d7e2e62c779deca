"""`bin/bench standing --year SELLERS`: a year in the log without one value, counted and recomputed."""

import json
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from uuid import UUID

from helpdesk.console import running, say
from helpdesk.console.embedded import configuration
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.standing.queries.recomputing import points_in_leaves
from helpdesk.standing.rules.ageing import end_of
from helpdesk.standing.terms import REACTION, Matter, Point, State, Sums
from tests.bench import ground
from tests.bench.cpu import consumed
from tests.standing.made import reference
from tests.standing.year import ON, leaves_of, obligations_of

DATABASE = "bench_standing_year"
REFERENCE = 200  # sellers that the slow reference counts, too
_STEP, _FIRST = 500, 1_000_004
_ENTRY = "seller_id, id, chain, n, kind, at, actor, key, leaf, leaf_hash, audience, receipt_key, receipt"
_NUMBER = "number, seller_id, entry_id, audience, kind, chain"
_POINT = (
    "seller_id, id, seller, pair, chain, matter, with_order, deadline_us, state, overrun_us, by_entry, code"
)
_AT = "2026-11-20T12:00:00Z"
Row = tuple[object, ...]


def run(ours: Cluster, *, sellers: int) -> None:
    """Make it, count it, recompute it, hold some of it against the reference, and flip one verdict."""
    ground.create(ours, DATABASE)
    ground.command(ours, DATABASE, "migrate")
    with say.step(f"the year of {sellers:,} sellers in the log, with no value and no mapping"):
        leaves = _fill(ours, sellers)
    print(f"  {leaves:,} leaves", flush=True)
    _measured("counted by `helpdesk standing snapshot`", ours, "snapshot")
    assert _differences(ours, told=f"{sellers:,} sellers recomputed from leaf bytes") == []
    _beside_reference(ours)
    _flipped(ours)
    ground.remove(ours, DATABASE)


def _fill(ours: Cluster, sellers: int) -> int:
    """Entries, their numbers, and the points that the leaves come to; the reaction has taken in all of it."""
    numbers = count()
    with ground.connect(ours, user=configuration.OWNER, dbname=DATABASE) as owner:
        began = owner.execute("SELECT coalesce(max(number), -1) + 1 FROM archive_number").fetchone()
        assert began is not None
        numbers = count(int(began[0]))
        for start in range(0, sellers, _STEP):
            own = range(start, min(start + _STEP, sellers))
            said = [(seller, leaf) for seller in own for leaf in leaves_of(seller)]
            _copy(owner, "archive_entry", _ENTRY, map(_entry, range(len(said)), said))
            _copy(owner, "archive_number", _NUMBER, (_number(next(numbers), one) for one in said))
            _copy(owner, "standing_point", _POINT, (row for seller in own for row in _points(seller)))
            print(f"    {own.stop:,} of {sellers:,} sellers", flush=True)
        owner.execute(
            "INSERT INTO standing_shown (seller_id, rated, due)"
            " SELECT DISTINCT seller_id, true, true FROM standing_point"
        )
        owner.execute(
            "INSERT INTO archive_cursor (reaction, number) VALUES (%s, %s)"
            " ON CONFLICT (reaction) DO UPDATE SET number = excluded.number",
            [REACTION, (last := next(numbers)) - 1],
        )
    with ground.connect(ours, user=configuration.SUPERUSER, dbname=DATABASE) as admin:
        for table in ("archive_value", "marketplace_seller", "marketplace_pair"):
            found = admin.execute(f"SELECT count(*) FROM {table} WHERE seller_id >= {_FIRST}")
            assert found.fetchone() == (0,), "every value and every mapping is gone"
        admin.execute("VACUUM (ANALYZE)")
    return last - int(began[0])


def _copy(owner: object, table: str, columns: str, rows: Iterator[Row]) -> None:
    with owner.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:  # type: ignore[attr-defined]
        for row in rows:
            copy.write_row(row)


def _entry(place: int, said: tuple[int, bytes]) -> Row:
    """Of its leaf alone: whoever recomputes reads nothing else of it."""
    seller, leaf = said
    told = json.loads(leaf)
    return (
        *(_FIRST + seller, told["id"], UUID(int=1 << 90 | seller), place, told["t"], _AT),
        *(UUID(int=7), told["id"], leaf, b"\x00" * 32, 1, "none", b"\x00" * 64),
    )


def _number(number: int, said: tuple[int, bytes]) -> Row:
    told = json.loads(said[1])
    return number, _FIRST + said[0], told["id"], 1, told["t"], UUID(int=1 << 90 | said[0])


def _points(seller: int) -> Iterator[Row]:
    """As the reaction would have stored them."""
    for point in points_in_leaves(leaves=list(leaves_of(seller))).values():
        yield (
            *(_FIRST + seller, point.id, point.seller, point.pair, point.chain, point.matter.value),
            *(point.with_order, point.deadline, point.state.value, point.overrun, point.by, point.code),
        )


def _measured(said: str, ours: Cluster, *arguments: str) -> None:
    began = time.monotonic()
    with consumed() as used:
        ground.command(ours, DATABASE, "standing", *arguments, "--on", ON.isoformat())
    print(f"  {said}: {used.seconds:.1f} s of the processor, {time.monotonic() - began:.1f} s", flush=True)


def _differences(ours: Cluster, *, told: str) -> list[dict[str, object]]:
    """What `helpdesk standing recompute` finds."""
    began = time.monotonic()
    with consumed() as used:
        done = subprocess.run(
            running.command_line("standing", "recompute", "--on", ON.isoformat(), "--json"),
            env=ground.environment(DATABASE),
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    differ = [one for one in found if "what" in one]
    assert done.returncode == (1 if differ else 0), done.stdout[-2000:]
    print(
        f"  {told}: {len(differ)} differ; {used.seconds:.1f} s of the processor,"
        f" {time.monotonic() - began:.1f} s",
        flush=True,
    )
    return differ


def _beside_reference(ours: Cluster) -> None:
    """Stored sums beside those of the reference in fractions, which shares no line with what is measured."""
    with ground.connect(ours, user=configuration.SUPERUSER, dbname=DATABASE) as admin:
        rows = admin.execute(
            "SELECT seller_id, n, m, answers_n, answers_m FROM standing_snapshot"
            " WHERE counted_on = %s AND seller_id < %s",
            [ON, _FIRST + REFERENCE],
        ).fetchall()
    for seller_id, *numbers in rows:
        n, m, answers_n, answers_m = map(int, numbers)
        stored = Sums(n=n, m=m, answers_n=answers_n, answers_m=answers_m)
        assert stored == reference(_answers(seller_id - _FIRST), on=ON)[1], seller_id
    print(f"  {len(rows)} of them equal the slow reference in fractions, in every bit", flush=True)


def _answers(seller: int) -> list[Point]:
    """Those that were made up, as leaves of questions and answers know them."""
    return [replace(one, matter=Matter.ANSWER, state=_told(one)) for one in obligations_of(seller)]


def _told(one: Point) -> State:
    return one.state if one.state in (State.MET, State.LATE) else State.OPEN


def _flipped(ours: Cluster) -> None:
    """One verdict changed behind the record's back is found, and named with its entry."""
    with ground.connect(ours, user=configuration.SUPERUSER, dbname=DATABASE) as admin:
        row = admin.execute(
            "UPDATE standing_point SET state = 'met', overrun_us = 0 WHERE (seller_id, id) = ("
            " SELECT seller_id, id FROM standing_point WHERE state = 'late' AND deadline_us < %s"
            " ORDER BY seller_id DESC, id LIMIT 1) RETURNING seller_id, id, by_entry",
            [end_of(ON)],
        ).fetchone()
    assert row is not None
    [one] = _differences(ours, told="with one verdict flipped")
    named = (one["seller"], str(one["point"]), str(one["entry"]))
    assert named == (row[0], str(row[1]), str(row[2])), (one, row)
    print(
        f"    named: seller {row[0]}, obligation {row[1]}, entry {row[2]}: {one['stored']} -> {one['found']}"
    )
