"""What was found, read again under row security: what that hides is not among the hits."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

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
           coalesce(m.n, g.n, e.n), coalesce(c.last_n, 0),
           CASE h.kind WHEN 'note' THEN 'seller' ELSE coalesce(m.side, g.side, l.side) END,
           coalesce(m.language, l.language), v.value, e.leaf, w.value, k.id, k.kind, k.number
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
    LEFT JOIN archive_entry e ON h.kind = 'step' AND e.seller_id = h.seller_id AND e.id = h.id
    LEFT JOIN archive_value w
           ON h.kind = 'step' AND w.seller_id = h.seller_id AND w.entry_id = h.id AND w.name = 'said'
    LEFT JOIN cases_step t ON h.kind = 'step' AND t.seller_id = h.seller_id AND t.id = h.id
    LEFT JOIN cases_case k
           ON k.seller_id = h.seller_id AND k.id = CASE h.kind WHEN 'case' THEN h.id ELSE t.case_id END
    LEFT JOIN archive_value v
           ON v.seller_id = h.seller_id
          AND v.entry_id = CASE WHEN f.entry_id IS NULL THEN h.id ELSE f.entry_id END
          AND v.name = CASE h.kind WHEN 'file' THEN 'file-' || f.position WHEN 'agreement' THEN 'words'
                                   WHEN 'step' THEN 'words' ELSE 'body' END
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
    leaf: Any
    given: Any
    case: UUID | None
    case_kind: str | None
    number: str | None


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
    by, language = _said_by(row)
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
        case=Ref(match.seller_id, row.case) if row.case else None,
        case_kind=row.case_kind,
        n=row.n,
        last_n=row.last_n,
        side=by,
        language=language,
        excerpt=excerpt,
        marks=marks,
    )


def _said_by(row: _Row) -> tuple[Side | None, str | None]:
    """Whose words these are, and in which language: of a step, as its leaf says."""
    if row.leaf is None:
        return Side(row.side) if row.side else None, row.language
    leaf = msgspec.json.decode(bytes(row.leaf))
    return Side(leaf["by"]["role"]), leaf["f"].get("language")


def _text(kind: Kind, row: _Row) -> str:
    if kind is Kind.THREAD:
        return row.title
    if kind is Kind.PERSON:
        return row.buyer or ""
    if kind is Kind.CASE:
        return row.number or ""
    value = bytes(row.value or b"")
    if kind is Kind.STEP and not value:
        return " · ".join(rules.given_in(bytes(row.given or b"")))
    if kind is Kind.FILE:
        return str(msgspec.json.decode(value)["name"]) if value else ""
    return value.decode()
