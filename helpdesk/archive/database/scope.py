"""Row security's scope: whose rows the present transaction may see.

Without a scope no row is visible. `acting` is the only place that sets one; hot SQL functions set
their own as their first step.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.db import connections, transaction

from helpdesk.archive.database.turns import TURNS, turn_of
from helpdesk.kernel.actor import SYSTEM, Actor, Side

SET_SCOPE = (
    "SELECT set_config('helpdesk.scope', %s, true),"
    " set_config('helpdesk.seller', %s, true), set_config('helpdesk.buyer', %s, true)"
)
_TAKE_TURN = ", pg_advisory_xact_lock(%s::integer, %s::integer)"


class Scope(NamedTuple):
    """The three settings that the policies read, as text."""

    scope: str
    seller: str
    buyer: str


NOBODY = Scope("none", "", "")


def scope_of(actor: Actor) -> Scope:
    """All for the operator's side; for a seller's people and a buyer their own rows."""
    if actor.side is Side.SELLER:
        return Scope("own", str(actor.seller_id), "")
    if actor.side is Side.BUYER:
        return Scope("own", "", str(actor.buyer_id))
    return Scope("all", "", "")


@contextmanager
def acting(actor: Actor, *, using: str = "default", turn: str = "") -> Iterator[None]:
    """A transaction that sees the actor's rows only; the outer scope returns when a nested one ends.

    `turn` is a place (`turns`) at which one transaction at a time may be; without a statement of its own.
    """
    connection = connections[using]
    outer: Scope = getattr(connection, "helpdesk_scope", NOBODY) if connection.in_atomic_block else NOBODY
    with transaction.atomic(using=using):
        if turn:
            _set(using, scope_of(actor), _TAKE_TURN, [TURNS, turn_of(place=turn)])
        else:
            _set(using, scope_of(actor))
        try:
            yield
            if connection.savepoint_ids or outer is not NOBODY:
                _set(using, outer)
        finally:
            connection.helpdesk_scope = outer  # type: ignore[attr-defined]


@contextmanager
def everything(*, using: str = "default") -> Iterator[None]:
    """A transaction in scope all, for the few queries that say `_for_system`."""
    with acting(SYSTEM, using=using):
        yield


def _set(using: str, scope: Scope, more: str = "", given: Sequence[Any] = ()) -> None:
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(SET_SCOPE + more, [*scope, *given])
    connection.helpdesk_scope = scope  # type: ignore[attr-defined]
