"""A turn that is longer than a transaction: from the look at a version to the answer of what replaced it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from helpdesk.archive.database import hot
from helpdesk.archive.database.turns import TURNS, turn_of
from helpdesk.kernel.refusal import Busy

_TAKE = "SELECT pg_advisory_lock(%s::integer, %s::integer)"
_FREE = "SELECT pg_advisory_unlock(%s::integer, %s::integer)"


@contextmanager
def turn_for_system(*, place: str) -> Iterator[None]:
    """Wait for whoever has a turn at this place, and keep others waiting; two SQL statements.

    A lock of this connection, so that transactions may begin and end within; it ends with the connection.
    Raises Busy when the wait was too long.
    """
    turn = [TURNS, turn_of(place=place)]
    hot.rows(_TAKE, turn)
    try:
        yield
    finally:
        with suppress(Busy):  # the server went away, and the lock with it
            hot.rows(_FREE, turn)
