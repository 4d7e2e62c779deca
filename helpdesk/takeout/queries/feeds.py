"""Feeds for business intelligence: what has changed since a number of the log, in its order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from helpdesk.archive import queries as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.takeout.policies import can_read_feeds
from helpdesk.takeout.queries.selecting import OF_ALL, OF_SELLER
from helpdesk.takeout.rules import writing
from helpdesk.takeout.terms.feeds import BATCH, COLUMNS, Feed, Format


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRead:
    """`lines` are read while they are sent. Whoever got fewer rows than asked for goes on from `until`,
    others from the number of their last row.
    """

    until: int
    lines: Iterator[bytes]


def feed(*, actor: Actor, feed: Feed, form: Format, after: int, limit: int) -> FeedRead:
    """Each thing that changed after the number, as it is now, at the number of its last change.

    What changes again while it is read, or lies in two batches, comes again: the later row counts. Rows of
    one number are never parted: they may be a few more than `limit`. One SQL statement and a scope's for each
    batch; nothing is held longer than a batch. Raises Forbidden.
    """
    if not can_read_feeds(actor=actor):
        raise Forbidden("takeout.feed")
    with acting(actor):
        until = archive.last_number()
    return FeedRead(until=until, lines=_lines(actor, feed, form, after, until, limit))


def _lines(actor: Actor, feed: Feed, form: Format, after: int, until: int, limit: int) -> Iterator[bytes]:
    if first := writing.head(columns=COLUMNS[feed], form=form):
        yield first
    sent = 0
    while after < until and sent < limit:
        found = _batch(actor, feed, after, until)
        if not found:
            return
        after = found[-1][0]
        rows = _up_to(_latest(found), limit - sent)
        sent += len(rows)
        if rows:
            yield b"".join(writing.line(_row(feed, row), form=form) for row in rows)


def _batch(actor: Actor, feed: Feed, after: int, until: int) -> list[tuple[Any, ...]]:
    with acting(actor):  # a transaction of its own: none is open while a slow reader takes its time
        if actor.side is Side.SELLER:
            return hot.rows(OF_SELLER[feed], [after, until, actor.seller_id, BATCH])
        return hot.rows(OF_ALL[feed], [after, until, BATCH])


def _latest(found: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Of each thing its last row; numbers where nothing of this kind happened have none."""
    last = {(row[1], row[2]): row for row in found if row[2] is not None}
    return sorted(last.values(), key=lambda row: row[0])


def _up_to(rows: list[tuple[Any, ...]], limit: int) -> list[tuple[Any, ...]]:
    """The first, and those of the last one's number: whoever goes on from there misses none."""
    return rows[:limit] + [row for row in rows[limit:] if row[0] == rows[limit - 1][0]]


def _row(feed: Feed, row: Sequence[Any]) -> writing.Row:
    """By its columns; the Seller's own number, the second, stays here."""
    number, seller_id, *cells = row
    told = [number, *(_told(cell, seller_id) for cell in cells)]
    return dict(zip(COLUMNS[feed], told, strict=True))


def _told(value: Any, seller_id: int) -> Any:
    """Ids are opaque, as everywhere outside."""
    return str(Ref(seller_id, value)) if isinstance(value, UUID) else value
