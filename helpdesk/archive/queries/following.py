"""The log as it grows: for streams, which wake pages, and for whoever goes on where they stopped."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime

import psycopg
from django.db import connection, connections
from psycopg import sql

from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Number
from helpdesk.archive.queries.numbers import last_number
from helpdesk.archive.terms import Audience, Numbered
from helpdesk.kernel.actor import Actor, Side

LATELY = 100  # entries of an actor that are looked at for one instant: what a page misses while it opens

_OWN = {Side.SELLER: "seller_id = %s", Side.BUYER: "buyer_id = %s AND audience = 0"}
_SINCE = """
    SELECT coalesce(min(lately.number) FILTER (WHERE e.at > %s) - 1, max(lately.number), -1)
    FROM (SELECT number, seller_id, entry_id FROM archive_number
          WHERE {own} ORDER BY number DESC LIMIT %s) AS lately
    JOIN archive_entry e ON e.seller_id = lately.seller_id AND e.id = lately.entry_id
"""


def heard_for_system(*, channels: Sequence[str], patience: float) -> Iterator[list[tuple[str, str]]]:
    """What is said on the channels (channel, text), as it comes; nothing at all after `patience` seconds.

    A connection of its own for as long as it is asked. Raises psycopg.Error when the database goes away.
    """
    parameters = connections["default"].get_connection_params()
    with closing(psycopg.connect(**{**parameters, "autocommit": True})) as own:
        for channel in channels:
            own.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
        yield []  # now nothing is missed: whoever asks looks at the log once
        while True:
            heard = own.notifies(timeout=patience, stop_after=1)
            yield [(one.channel, one.payload) for one in heard]


def last_number_for_system() -> int:
    """The highest number given so far; -1 for an empty log. One SQL statement."""
    with everything():
        return last_number()


def logged_after(*, actor: Actor, number: int, limit: int) -> list[Numbered]:
    """The next entries that the actor may see, in order. One SQL statement."""
    with acting(actor):
        mine = Number.objects.filter(number__gt=number)
        if actor.side is Side.SELLER:
            mine = mine.filter(seller_id=actor.seller_id or 0)
        elif actor.side is Side.BUYER:
            mine = mine.filter(buyer_id=actor.buyer_id)
        return [_numbered(row) for row in mine.order_by("number")[:limit]]


def logged_before(*, actor: Actor, at: datetime) -> int:
    """The number behind which everything lies that the actor may see and that is younger than an instant.

    -1 when there is nothing at all; with more than LATELY such entries, the number before the last LATELY.
    One SQL statement.
    """
    own, of = _OWN.get(actor.side, "true"), actor.seller_id or actor.buyer_id
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_SINCE.format(own=own), [at, *([of] if actor.side in _OWN else []), LATELY])
        return int(cursor.fetchone()[0])


def _numbered(row: Number) -> Numbered:
    return Numbered(
        number=row.number,
        entry_id=row.entry_id,
        seller_id=row.seller_id,
        buyer_id=row.buyer_id,
        audience=Audience(row.audience),
        kind=row.kind,
        chain=row.chain,
    )
