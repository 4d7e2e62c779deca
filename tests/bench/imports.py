"""`helpdesk import` beside plain COPY of the very rows that it makes, keys and indexes on, in turn."""

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from psycopg import sql

from helpdesk.console.demo.generate import lines
from helpdesk.console.embedded import configuration
from helpdesk.console.embedded.cluster import Cluster
from tests.bench import ground

EMPTY, RUN = "bench_empty", "bench_import"
# Those that others refer to come first.
TABLES = (
    *("market", "seller", "seller_identity", "member", "buyer", "offer", "order", "order_line"),
    *("shipment", "refund", "external_id"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Seconds: of the import into an empty database, its CPU, COPY, and the same file again."""

    ours: float
    cpu: float
    copy: float
    again: float


def run(asked: argparse.Namespace) -> None:
    """Measure and print."""
    with ground.server() as ours, tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "records.ndjson"
        with file.open("w", encoding="utf-8") as written:
            written.writelines(lines(orders=asked.orders))
        _make_empty(ours)
        rounds = [_round(ours, file) for _ in range(asked.rounds)]
        ground.remove(ours, EMPTY)
    _print(asked.orders, rounds)


def _print(orders: int, rounds: list[Round]) -> None:
    ratios = [one.copy / one.ours for one in rounds]
    cpu = median(one.cpu for one in rounds)
    print(
        f"helpdesk import of {orders:,} orders and all that they need, start included, {len(rounds)} rounds"
    )
    print(
        f"import  {median(one.ours for one in rounds):6.1f} s, of which {cpu:.1f} s CPU without the server's"
    )
    print(f"again   {median(one.again for one in rounds):6.1f} s, nothing to do")
    print(f"COPY    {median(one.copy for one in rounds):6.1f} s, the same rows, keys and indexes on")
    print(f"ratio   {median(ratios):6.2f} ({min(ratios):.2f}-{max(ratios):.2f}) of COPY's rate")


def _round(ours: Cluster, file: Path) -> Round:
    with _database(ours):
        seconds, cpu = _imported(ours, file)
        again, _ = _imported(ours, file)
        rows = _rows(ours)
    with _database(ours):
        copied = _copied(ours, rows)
    return Round(ours=seconds, cpu=cpu, copy=copied, again=again)


def _imported(ours: Cluster, file: Path) -> tuple[float, float]:
    before, began = _child_cpu(), time.monotonic()
    ground.command(ours, RUN, "import", str(file))
    return time.monotonic() - began, _child_cpu() - before


def _child_cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _rows(ours: Cluster) -> dict[str, bytes]:
    with ground.connect(ours, user=configuration.OWNER, dbname=RUN) as owner, owner.cursor() as cursor:
        found = {}
        for table in TABLES:
            with cursor.copy(_copy(table, "TO STDOUT")) as copy:
                found[table] = b"".join(bytes(part) for part in copy)
    return found


def _copied(ours: Cluster, rows: dict[str, bytes]) -> float:
    with ground.connect(ours, user=configuration.OWNER, dbname=RUN) as owner:
        began = time.monotonic()
        with owner.transaction(), owner.cursor() as cursor:
            for table in TABLES:
                with cursor.copy(_copy(table, "FROM STDIN")) as copy:
                    copy.write(rows[table])
        return time.monotonic() - began


def _copy(table: str, direction: str) -> sql.Composed:
    return sql.SQL("COPY {} " + direction).format(sql.Identifier(f"marketplace_{table}"))


def _make_empty(ours: Cluster) -> None:
    ground.create(ours, EMPTY)
    ground.command(ours, EMPTY, "migrate")


@contextmanager
def _database(ours: Cluster) -> Iterator[None]:
    """A fresh empty database under the name of the run."""
    ground.create(ours, RUN, template=EMPTY)
    with ground.connect(ours, user=configuration.SUPERUSER, dbname="postgres") as admin:
        admin.execute("CHECKPOINT")
    yield
    ground.remove(ours, RUN)
