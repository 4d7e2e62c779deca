"""What `verify` compares of erasures, holds and periods."""

from helpdesk.archive.terms import Agreement, Mirror

_ORDERED = """
    LEFT JOIN archive_entry e ON e.seller_id = o.seller_id AND e.id = o.ordered_by AND e.chain = o.chain
        AND e.kind = 'erased' AND position(convert_to('["erases","' || o.id || '"]', 'UTF8') IN e.leaf) > 0
"""

ERASURES: tuple[Mirror | Agreement, ...] = (
    Mirror(
        kinds=("erased",),
        table="archive_erasure",
        key="ordered_by",
        columns={
            "audience": "entry.audience",
            "buyer_id": "entry.buyer_id",
            "chain": "chain",
            "ground": "f.ground",
            "at": "at",
        },
    ),
    Agreement(
        table="archive_erasure",
        detail="the order that it names says nothing of this entry",
        beside=_ORDERED,
        differs="e.id IS NULL",
    ),
    Agreement(
        table="archive_erasure",
        detail="what was erased is there again",
        differs="""
            o.done_at IS NOT NULL AND EXISTS (
                SELECT FROM archive_value v WHERE v.seller_id = o.seller_id AND v.entry_id = o.id)
        """,
    ),
    Mirror(
        kinds=("erasure.requested",),
        table="retention_request",
        key="id",
        owned=False,
        columns={
            "asked_by": "entry.actor",
            "asked_at": "at",
            "ground": "f.ground",
            "scope": "f.scope",
            "buyer_id": "value.buyer?",
        },
        value="request",
    ),
    Mirror(
        kinds=("erasure.approved", "erasure.refused"),
        table="retention_request",
        key="settled_by",
        owned=False,
        columns={
            "id": "ref.settles",
            "outcome": "f.outcome",
            "denial": "f.denial",
            "settled_at": "at",
            "settled_by_person": "entry.actor",
        },
    ),
    Mirror(
        kinds=("hold.placed",),
        table="retention_hold",
        key="id",
        owned=False,
        columns={"on": "f.on", "reason": "f.reason", "placed_at": "at", "placed_by": "entry.actor"},
    ),
    Mirror(
        kinds=("hold.lifted",),
        table="retention_hold",
        key="lifted_by",
        owned=False,
        columns={"id": "ref.lifts", "lifted_at": "at", "lifted_by_person": "entry.actor"},
    ),
    Mirror(
        kinds=("retention.published",),
        table="retention_period",
        key="entry_id",
        owned=False,
        columns={
            "market": "f.market",
            "kept": "f.kept",
            "months": "f.months",
            "effective_on": "f.effective_on",
            "published_at": "at",
        },
        usual={"market": ""},
    ),
)
