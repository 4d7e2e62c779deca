"""How many SQL statements a block sends: ceilings of tests, so that no page grows a query per row."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connections, reset_queries


@contextmanager
def statements(*, using: str = "default") -> Iterator[Callable[[], int]]:
    """`with statements() as count: ...; assert count() <= 3`.

    Counts everything, the scope's statement, BEGIN and savepoints too, and the calls of hot functions.
    """
    connection = connections[using]
    connection.ensure_connection()  # what a fresh connection says of itself is not the block's
    before, connection.force_debug_cursor = connection.force_debug_cursor, True
    reset_queries()
    done: list[int] = []
    try:
        yield lambda: done[0] if done else len(connection.queries_log)
    finally:
        done.append(len(connection.queries_log))
        connection.force_debug_cursor = before
