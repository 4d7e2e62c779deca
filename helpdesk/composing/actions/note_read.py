"""Note how far a side has read a thread."""

from datetime import datetime
from typing import Any

from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.composing.policies import can_be_seen_reading
from helpdesk.composing.terms import CHANNEL, READ
from helpdesk.conversations.queries import exists
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound

# The hint says which side has read, to the other one, and not who it was.
_NOTE = """
    WITH seen AS (
        INSERT INTO composing_seen AS s (seller_id, conversation_id, side, buyer_id, audience, n, at)
        SELECT c.seller_id, c.id, %(side)s, c.buyer_id, 0, least(%(n)s::integer, c.last_n), %(now)s
        FROM conversations_conversation c WHERE c.seller_id = %(seller)s AND c.id = %(thread)s
        ON CONFLICT (seller_id, conversation_id, side)
        DO UPDATE SET n = excluded.n, at = excluded.at WHERE s.n < excluded.n
        RETURNING buyer_id
    )
    SELECT pg_notify(%(channel)s, json_build_object('seller', %(seller)s::bigint, 'buyer', buyer_id,
        'conversation', %(ref)s::text, 'side', %(side)s::text, 'doing', %(read)s::text)::text)
    FROM seen
"""


def note_read(*, actor: Actor, now: datetime, conversation: Ref, n: int) -> None:
    """The actor's side has read up to message `n`, or to the last; only ever further. Safe to repeat.

    One SQL statement, one more where nothing changes. Raises Forbidden (the operator), NotFound (strangers).
    """
    if not can_be_seen_reading(actor=actor):
        raise Forbidden("composing.not_yours")
    values: dict[str, Any] = {
        "seller": conversation.seller_id,
        "thread": conversation.id,
        "ref": str(conversation),
        "side": actor.side.value,
        "n": n,
        "now": now,
        "channel": CHANNEL,
        "read": READ,
    }
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_NOTE, values)
        if not cursor.rowcount and not exists(conversation=conversation):
            raise NotFound("conversation.not_found")
