"""The buyer's threads: the list, and those about given orders or an offer."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import scope_of
from helpdesk.conversations import rules
from helpdesk.conversations.queries.loading import obligation
from helpdesk.conversations.terms import PREVIEW, About, BuyerRow
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref

_LIST = (
    "SELECT * FROM conversation_buyer_list_v4(%s, %s, %s, %s::uuid, %s::uuid[], %s::timestamptz, %s::uuid,"
    " %s::integer, %s::integer)"
)
_Place = tuple[datetime, UUID]


def buyer_list(*, actor: Actor, limit: int = 50, after: _Place | None = None) -> list[BuyerRow]:
    """The buyer's threads, the latest first; `after` is (listed_at, conversation id) of the last row seen.

    One SQL statement. Empty for whoever is no buyer.
    """
    return _rows(actor, only=None, limit=limit, after=after)


def threads_about_orders(*, actor: Actor, orders: Iterable[Ref]) -> Mapping[Ref, BuyerRow]:
    """The buyer's threads by the order that they are about. One SQL statement."""
    ids = [rules.thread_about_order(order_id=order.id) for order in orders]
    return {row.about_ref: row for row in _rows(actor, only=ids, limit=len(ids))}


def thread_about_offer(*, actor: Actor, offer: Ref) -> BuyerRow | None:
    """The buyer's one thread about an offer, if it was begun. One SQL statement."""
    if actor.buyer_id is None:
        return None
    id = rules.thread_about_offer(offer_id=offer.id, buyer_id=actor.buyer_id)
    return next(iter(_rows(actor, only=[id], limit=1)), None)


def _rows(
    actor: Actor, *, only: list[UUID] | None, limit: int, after: _Place | None = None
) -> list[BuyerRow]:
    if actor.buyer_id is None or only == []:
        return []
    at, id = after or (None, None)
    found = hot.rows(_LIST, [*scope_of(actor), actor.buyer_id, only, at, id, limit, PREVIEW])
    return [_row(row) for row in found]


def _row(row: tuple[Any, ...]) -> BuyerRow:
    seller_id, conversation, seller, order, offer, title, listed_at, *rest = row
    last_at, messages, unread, side, language, preview, imported, *clock = rest
    return BuyerRow(
        conversation=Ref(seller_id, conversation),
        seller=seller,
        about=About.OFFER if order is None else About.ORDER,
        about_ref=Ref(seller_id, order or offer),
        title=title,
        listed_at=listed_at,
        last_at=last_at,
        last_side=Side(side),
        language=language or "",
        preview=bytes(preview or b"").decode(errors="ignore"),
        messages=messages,
        unread=unread,
        obligation=obligation(tuple(clock)),
        imported=imported,
    )
