"""A saved reply for several conversations, each with the data of its own order."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.terms import PREVIEW
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.saved_replies import rules
from helpdesk.saved_replies.policies import can_see
from helpdesk.saved_replies.terms import Addressee, Filled, Placeholder, SavedReply

_LOCALES = {"en": "en_GB", "pl": "pl", "de": "de", "fr": "fr", "it": "it"}  # English as in Europe
_FACTS = """
    SELECT c.id, coalesce(p.display_name, ''), coalesce(p.language, ''), c.title, c.last_n,
           substring(v.value FOR %s), coalesce(l.language, ''),
           coalesce(o.number, ''), coalesce(s.carrier, ''), coalesce(s.tracking, ''),
           CASE WHEN s.delivered_at IS NULL THEN s.expected_on END, m.time_zone
    FROM conversations_conversation c
    JOIN marketplace_market m ON m.code = c.market
    LEFT JOIN marketplace_pair p ON p.seller_id = c.seller_id AND p.buyer_id = c.buyer_id
    LEFT JOIN marketplace_order o ON o.seller_id = c.seller_id AND o.id = c.order_id
    LEFT JOIN LATERAL (
        SELECT h.carrier, h.tracking, h.expected_on, h.delivered_at FROM marketplace_shipment h
        WHERE h.seller_id = c.seller_id AND h.order_id = c.order_id AND h.direction = 'out'
        ORDER BY h.delivered_at IS NOT NULL, h.dispatched_at DESC NULLS LAST, h.id DESC LIMIT 1
    ) s ON true
    LEFT JOIN LATERAL (
        SELECT b.id, b.language FROM conversations_message b
        WHERE b.seller_id = c.seller_id AND b.conversation_id = c.id AND b.side = 'buyer'
        ORDER BY b.n DESC LIMIT 1
    ) l ON true
    LEFT JOIN archive_value v ON v.seller_id = c.seller_id AND v.entry_id = l.id AND v.name = 'body'
    WHERE c.seller_id = %s AND c.id = ANY(%s)
"""


def addressees(*, actor: Actor, now: datetime, conversations: Sequence[Ref]) -> list[Addressee]:
    """The shop's own conversations, in their order, with what can be filled in for each.

    A day of arrival that has passed at the Buyer's is not known. One SQL statement beside the scope's.
    Raises Forbidden for other sides, NotFound where one is not the shop's.
    """
    if not can_see(actor):
        raise Forbidden("saved_reply.not_yours")
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_FACTS, [PREVIEW, actor.seller_id, [ref.id for ref in conversations]])
        found = {row[0]: row for row in cursor.fetchall()}
    if any(ref.seller_id != actor.seller_id or ref.id not in found for ref in conversations):
        raise NotFound("conversation.not_found")
    return [_addressee(ref, found[ref.id], now) for ref in conversations]


def filled(*, saved: SavedReply, to: Addressee) -> Filled:
    """The body in the Buyer's language with this order's data, or what keeps it from being said."""
    body = saved.bodies.get(to.language)
    if body is None:
        return Filled(to=to, text=None)
    missing = rules.missing_for(body, data=to.data)
    return Filled(to=to, text=None if missing else rules.filled(body, data=to.data), missing=missing)


def _addressee(ref: Ref, row: Sequence[Any], now: datetime) -> Addressee:
    _, buyer, spoken, title, last_n, asked, asked_in, *order = row
    language = spoken.partition("-")[0].lower()  # as in de-AT
    return Addressee(
        conversation=ref,
        buyer=buyer,
        language=language,
        title=title,
        asked=bytes(asked or b"").decode(errors="ignore"),
        asked_in=asked_in,
        seen_n=last_n,
        data=_data(buyer, language, now, *order),
    )


def _data(
    buyer: str,
    language: str,
    now: datetime,
    number: str,
    carrier: str,
    tracking: str,
    expected_on: date | None,
    zone: str,
) -> Mapping[Placeholder, str]:
    is_ahead = expected_on is not None and expected_on >= now.astimezone(ZoneInfo(zone)).date()
    return {
        Placeholder.BUYER: buyer,
        Placeholder.ORDER: number,
        Placeholder.TRACKING: tracking,
        Placeholder.CARRIER: carrier,
        Placeholder.EXPECTED: _day(expected_on, language) if expected_on and is_ahead else "",
    }


def _day(on: date, language: str) -> str:
    """As in "20 November 2026", as the Buyer's country writes it."""
    return str(format_date(on, "long", locale=_LOCALES.get(language, "en_GB")))
