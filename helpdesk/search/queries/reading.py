"""What was found, read again under row security: what that hides is not among the hits."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from helpdesk.archive.database import hot
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.search import rules
from helpdesk.search.queries.matching import Match
from helpdesk.search.terms import NAMES, Asked, Hit, Kind

# Rows are found by CASE, never by coalesce(): under row security that is held for something that might tell
# what it sees, takes no index, and each hit would look through all that its seller ever said.
_READ = """
    SELECT h.place, coalesce(c.title, o.number, ''), coalesce(c.market, l.market, ''),
           coalesce(c.order_id, l.order_id) IS NOT NULL, p.display_name::text, coalesce(s.name, '')::text,
           EXISTS (SELECT FROM deadlines_obligation o
                   WHERE o.seller_id = c.seller_id AND o.chain = c.id AND o.answered_at IS NULL),
           coalesce(m.n, g.n), coalesce(c.last_n, 0),
           CASE h.kind WHEN 'note' THEN 'seller' ELSE coalesce(m.side, g.side, l.side) END,
           coalesce(m.language, l.language), v.value
    FROM unnest(%s::bigint[], %s::uuid[], %s::uuid[], %s::text[]) WITH ORDINALITY
         AS h (seller_id, id, conversation_id, kind, place)
    LEFT JOIN letters_letter l ON h.kind = 'letter' AND l.seller_id = h.seller_id AND l.id = h.id
    LEFT JOIN marketplace_order o ON o.seller_id = l.seller_id AND o.id = l.order_id
    LEFT JOIN conversations_conversation c
           ON c.seller_id = h.seller_id
          AND c.id = CASE WHEN l.file_id IS NULL THEN h.conversation_id ELSE l.file_id END
    LEFT JOIN marketplace_seller s ON s.seller_id = h.seller_id
    LEFT JOIN marketplace_pair p
           ON p.seller_id = h.seller_id
          AND p.buyer_id = CASE WHEN c.id IS NULL THEN l.buyer_id ELSE c.buyer_id END
    LEFT JOIN attachments_file f
           ON h.kind = 'file' AND f.seller_id = h.seller_id AND f.id = h.id AND f.erased_at IS NULL
    LEFT JOIN conversations_message m
           ON m.seller_id = h.seller_id AND m.id = CASE h.kind WHEN 'message' THEN h.id ELSE f.entry_id END
    LEFT JOIN agreements_agreement g
           ON h.kind = 'agreement' AND g.seller_id = h.seller_id AND g.id = h.id
    LEFT JOIN archive_value v
           ON v.seller_id = h.seller_id
          AND v.entry_id = CASE WHEN f.entry_id IS NULL THEN h.id ELSE f.entry_id END
          AND v.name = CASE h.kind WHEN 'file' THEN 'file-' || f.position WHEN 'agreement' THEN 'words'
                                   ELSE 'body' END
    WHERE c.id IS NOT NULL AND s.seller_id IS NOT NULL OR l.id IS NOT NULL
"""


class _Row(NamedTuple):
    place: int
    title: str
    market: str
    about_order: bool
    buyer: str | None
    seller: str
    waiting: bool
    n: int | None
    last_n: int
    side: str | None
    language: str | None
    value: Any


def hits(*, matches: Sequence[Match], asked: Asked, forgiving: bool, side: Side) -> tuple[Hit, ...]:
    """In the order of the matches, for a reader of this side. One SQL statement."""
    names = ("seller_id", "id", "conversation_id", "kind")
    columns = [[getattr(one, name) for one in matches] for name in names]
    rows = sorted((_Row(*row) for row in hot.rows(_READ, columns)), key=lambda row: row.place)
    shown = (_hit(matches[row.place - 1], row, asked, forgiving, side) for row in rows)
    return tuple(hit for hit in shown if hit is not None)


def _hit(match: Match, row: _Row, asked: Asked, forgiving: bool, side: Side) -> Hit | None:
    """None where the text went after it was indexed."""
    kind = Kind(match.kind)
    text = _text(kind, row)
    if not text:
        return None
    excerpt, marks = rules.excerpt(text, asked=asked, forgiving=forgiving)
    return Hit(
        kind=kind,
        conversation=Ref(match.seller_id, match.conversation_id),
        title=row.title,
        other=(row.buyer or "") if side is Side.SELLER else row.seller,
        market=row.market,
        about_order=row.about_order,
        waiting=row.waiting,
        at=match.at,
        entry=None if kind in NAMES else match.id,
        n=row.n,
        last_n=row.last_n,
        side=Side(row.side) if row.side else None,
        language=row.language,
        excerpt=excerpt,
        marks=marks,
    )


def _text(kind: Kind, row: _Row) -> str:
    if kind is Kind.THREAD:
        return row.title
    if kind is Kind.PERSON:
        return row.buyer or ""
    value = bytes(row.value or b"")
    if kind is Kind.FILE:
        return str(msgspec.json.decode(value)["name"]) if value else ""
    return value.decode()
