"""What `verify` compares of reviews: what was decided, why it came before a person, and what it counts as."""

from helpdesk.archive.terms import Agreement, Mirror
from helpdesk.deadlines.terms import SampleKind

# a text or file that a person let go on: the entry by which it went is the decision
_LET_GO = """
    o.decision = 'fine' AND o.replaces IS NULL AND o.waited IN ('held', 'check', 'refused', 'file')
"""

REVIEWS: tuple[Mirror | Agreement, ...] = (
    Mirror(
        kinds=("conduct.amended",),
        table="conduct_amendment",
        key="entry_id",
        owned=False,
        digested=frozenset({"content"}),
        columns={
            "market": "f.market",
            "number": "f.number",
            "forbids": "f.forbids",
            "content": "f.content",
            "effective_at": "f.effective_at",
            "published_at": "at",
            "published_by": "entry.actor",
        },
    ),
    Mirror(
        kinds=("conduct.reviewed", "attempt.confirmed"),
        table="conduct_review",
        key="id",
        when="f.decision",
        rows=f"NOT ({_LET_GO.replace('o.', '')})",
        columns={
            "audience": "entry.audience",
            "buyer_id": "entry.buyer_id",
            "chain": "f.conversation",
            "subject_id": "ref.reviews|ref.settles",
            "side": "f.side",
            "waited": "f.waited",
            "decision": "f.decision",
            "labels": "f.labels",
            "weight": "f.weight",
            "language": "f.language",
            "pack": "f.pack",
            "at": "at",
        },
    ),
    Agreement(
        table="conduct_review",
        detail="no entry let go on what it is about",
        beside="LEFT JOIN archive_entry e ON e.seller_id = o.seller_id AND e.id = o.id",
        differs=f"""
            {_LET_GO} AND (e.id IS NULL OR e.at <> o.at OR e.buyer_id IS DISTINCT FROM o.buyer_id
            OR position(convert_to('["settles","' || o.subject_id || '"]', 'UTF8') IN e.leaf) = 0)
        """,
    ),
    Mirror(
        kinds=("conduct.measured",),
        table="conduct_sample",
        key="read_by",
        owned=False,
        columns={"id": "ref.measures", "found": "f.found", "labels": "f.labels", "read_at": "at"},
    ),
    Agreement(
        table="conduct_sample",
        detail="it is not of a message",
        beside="LEFT JOIN conversations_message m ON m.seller_id = o.seller_id AND m.id = o.id",
        differs="""
            (o.chain, o.buyer_id, o.side, o.language, o.at) IS DISTINCT FROM
            (m.conversation_id, m.buyer_id, m.side, m.language, m.at)
        """,
    ),
    Agreement(
        table="deadlines_sample",
        detail="it is not of the answer to its question",
        beside="LEFT JOIN deadlines_obligation a ON a.seller_id = o.seller_id AND a.id = o.obligation_id",
        differs=f"""
            o.kind = '{SampleKind.RANDOM.value}' AND (o.subject_id, o.chain, o.buyer_id, o.audience)
            IS DISTINCT FROM (a.answered_by, a.chain, a.buyer_id, 1::smallint)
        """,
    ),
)
