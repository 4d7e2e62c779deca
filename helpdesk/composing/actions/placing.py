"""Where a person is, stored and said to whoever listens: one statement."""

import json
from datetime import datetime
from typing import Any

from django.db import connection

from helpdesk.archive.terms import Audience
from helpdesk.composing.terms import CHANNEL, Doing
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref

# A place that nobody is at any more, and where nothing is written, goes with the person's next step.
_PLACE = """
    WITH left_behind AS (
        DELETE FROM composing_place
        WHERE seller_id = %(seller)s::bigint AND person_id = %(person)s AND conversation_id <> %(thread)s
          AND text = '' AND seen_at < %(now)s - interval '1 hour'
    ), here AS (
        INSERT INTO composing_place AS p (seller_id, person_id, conversation_id, buyer_id, audience, name,
            doing, seen_at, text, written_at)
        VALUES (%(seller)s, %(person)s, %(thread)s, %(buyer)s, %(audience)s, %(name)s, %(doing)s, %(now)s,
            coalesce(%(text)s, ''), CASE WHEN %(text)s::text IS NOT NULL THEN %(now)s::timestamptz END)
        ON CONFLICT (seller_id, person_id, conversation_id) DO UPDATE SET
            name = excluded.name, doing = excluded.doing, seen_at = excluded.seen_at,
            text = coalesce(%(text)s, p.text), written_at = coalesce(excluded.written_at, p.written_at)
        RETURNING doing
    )
    SELECT CASE WHEN %(hint)s::text IS NOT NULL THEN pg_notify(%(channel)s, %(hint)s) END FROM here
"""


def place(*, actor: Actor, now: datetime, conversation: Ref, doing: Doing, text: str | None = None) -> None:
    """In the present scope. `text` None: the draft stays as it is. A Buyer's place is said to nobody."""
    seller = actor.side is Side.SELLER
    values: dict[str, Any] = {
        "seller": conversation.seller_id,
        "person": actor.person,
        "thread": conversation.id,
        "buyer": None if seller else actor.buyer_id,
        "audience": (Audience.SELLER if seller else Audience.BUYER).value,
        "name": actor.name if seller else "",
        "doing": doing.value,
        "now": now,
        "text": text,
        "channel": CHANNEL,
        "hint": _hint(actor, conversation, doing) if seller else None,
    }
    with connection.cursor() as cursor:
        cursor.execute(_PLACE, values)


def _hint(actor: Actor, conversation: Ref, doing: Doing) -> str:
    return json.dumps(
        {
            "seller": conversation.seller_id,
            "conversation": str(conversation),
            "person": str(actor.person),
            "name": actor.name,
            "doing": doing.value,
        }
    )
