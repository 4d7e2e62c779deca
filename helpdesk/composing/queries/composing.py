"""Who else is where, and one's own draft: all that a page shows of it, in one statement."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.composing.terms import PRESENT_FOR, Composing, Doing, Present, Read
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref

_MINE = """
    SELECT conversation_id, person_id, '', '', text, NULL::integer, NULL::timestamptz FROM composing_place
    WHERE seller_id = %(seller)s::bigint AND person_id = %(person)s AND conversation_id = %(thread)s
    UNION ALL
    SELECT conversation_id, NULL, side, '', '', n, at FROM composing_seen
    WHERE seller_id = %(seller)s::bigint AND conversation_id = %(thread)s
"""
# Drafts of others are not even read.
_OTHERS = """
    UNION ALL
    SELECT conversation_id, person_id, name, doing, '', NULL, NULL FROM composing_place
    WHERE seller_id = %(seller)s::bigint AND person_id <> %(person)s AND buyer_id IS NULL
      AND seen_at > %(since)s AND doing <> 'gone'
    ORDER BY 4, 3
"""


def composing(*, actor: Actor, now: datetime, conversation: Ref | None = None) -> Composing:
    """For a shop's people all colleagues' places; one's own draft in `conversation`, and how
    far both sides have read it. One SQL statement.
    """
    seller = actor.side is Side.SELLER
    values = {
        "seller": actor.seller_id if seller else conversation and conversation.seller_id,
        "person": actor.person,
        "thread": conversation and conversation.id,
        "since": now - PRESENT_FOR,
    }
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_MINE + _OTHERS if seller else _MINE, values)
        rows = cursor.fetchall()
    present: dict[UUID, list[Present]] = {}
    read: dict[Side, Read] = {}
    for thread, person, name, doing, _, n, at in rows:
        if n is not None:
            read[Side(name)] = Read(n=n, at=at)
        elif person != actor.person:
            present.setdefault(thread, []).append(Present(person=person, name=name, doing=Doing(doing)))
    return Composing(present=present, draft="".join(row[4] for row in rows), read=read)
