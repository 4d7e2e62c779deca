"""Index what stands in a file: its words without their order; the text itself is stored nowhere."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

from helpdesk.archive.terms import Audience
from helpdesk.attachments.terms import Sealed
from helpdesk.kernel.actor import Actor, Side
from helpdesk.search.rules import language_of, vector
from helpdesk.search.terms import Kind

_AUTHORS = {Side.SELLER: Audience.SELLER, Side.BUYER: Audience.BUYER}
_STORE = """
    INSERT INTO search_entry (seller_id, id, kind, conversation_id, buyer_id, audience, market, side,
                              has_file, at, words)
    SELECT c.seller_id, %s, %s, c.id, c.buyer_id, %s, c.market, %s, true, %s, %s::tsvector
    FROM conversations_conversation c WHERE c.seller_id = %s AND c.id = %s
    ON CONFLICT (seller_id, id, kind) DO UPDATE SET audience = excluded.audience, words = excluded.words
"""


def index_file(
    *,
    actor: Actor,
    now: datetime,
    file: UUID,
    sealed: Sealed,
    language: str,
    texts: Sequence[str],
    shown: bool,
) -> None:
    """Make a file's words findable: for both sides where they may open it (`shown`), else for its author's.

    One SQL statement, in the caller's transaction and scope: that of the examination's entry.
    """
    words = vector(texts, language=language_of(language), ordered=False)
    if not words:
        return
    audience = Audience.BOTH if shown else _AUTHORS[sealed.side]
    row = [file, Kind.FILE.value, audience.value, sealed.side.value, sealed.at, words, *sealed.conversation]
    with connection.cursor() as cursor:
        cursor.execute(_STORE, row)
