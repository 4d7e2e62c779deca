"""What one question costs: in the database, by its own word, and until the answer is there."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from django.db import connection

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.search.queries import at_hand, found
from tests.bench.search.questions import Question

_EXPLAIN = "EXPLAIN (ANALYZE, TIMING OFF, BUFFERS OFF, FORMAT JSON) "
_SCANS = (  # of a table with a page or two, its scan is the quickest way
    "SELECT coalesce(sum(s.seq_scan), 0) FROM pg_stat_xact_user_tables s"
    " JOIN pg_class c ON c.oid = s.relid WHERE c.reltuples > 1000"
)


class Cost(NamedTuple):
    """Milliseconds: in the database by its own word, of its processor alone (what others do beside does not
    count, nor does waiting for a disk), and until the answer is there; `scans` of whole tables.
    """

    database: float
    processor: float
    whole: float
    scans: int


def cost(*, actor: Actor, question: Question) -> Cost:
    """Of one question, asked first of the database for its time, then for the answer."""
    with acting(actor), connection.cursor() as cursor:
        with _explained() as spent:
            _ask(actor, question)
        cursor.execute(_SCANS)
        (scans,) = cursor.fetchone() or (0,)
    pid = connection.connection.info.backend_pid
    began, before = time.perf_counter(), _processor_ms(pid)
    _ask(actor, question)
    took = (time.perf_counter() - began) * 1000
    return Cost(sum(spent), _processor_ms(pid) - before, took, int(scans))


def _processor_ms(pid: int) -> float:
    """What a process has had so far, in milliseconds; 0 where the system does not say."""
    file = Path(f"/proc/{pid}/schedstat")
    return int(file.read_text().split()[0]) / 1e6 if file.exists() else 0.0


def _ask(actor: Actor, question: Question) -> None:
    if question.at_hand:
        at_hand(actor=actor, text=question.text)
    else:
        found(actor=actor, text=question.text, filters=question.filters)


@contextmanager
def _explained() -> Iterator[list[float]]:
    """Meanwhile each statement is also explained; planning and execution, in milliseconds, are listed."""
    spent: list[float] = []
    rows = hot.rows

    def told(
        sql: str, params: Sequence[object] | Mapping[str, object], *, using: str = "default"
    ) -> list[tuple[Any, ...]]:
        ((plan,),) = rows(_EXPLAIN + sql, params, using=using)
        spent.append(plan[0]["Planning Time"] + plan[0]["Execution Time"])
        return rows(sql, params, using=using)

    hot.rows = told
    try:
        yield spent
    finally:
        hot.rows = rows
