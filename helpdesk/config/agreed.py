"""What `verify` compares of agreements and confirmations."""

from helpdesk.archive.terms import Mirror

_TABLE = "agreements_agreement"
_BEGUN = {
    "audience": "entry.audience",
    "buyer_id": "entry.buyer_id",
    "conversation_id": "chain",
    "n": "n",
    "side": "by.role",
    "asks": "f.asks",
    "at": "at",
}

AGREED: tuple[Mirror, ...] = (
    Mirror(
        kinds=("agreement.proposed",),
        table=_TABLE,
        key="id",
        rows="what = 'agreement'",
        columns={
            **_BEGUN,
            "type": "f.type",
            "owed_by": "f.owed_by",
            "amount_minor": "f.amount",
            "currency": "f.currency",
            "until": "f.until",
            "due_at": "f.due",
            "amends": "ref.amends",
        },
        usual={"asks": 0},
    ),
    Mirror(
        kinds=("confirmation.asked",),
        table=_TABLE,
        key="id",
        rows="what = 'confirmation'",
        columns=_BEGUN,
        usual={"asks": 0},
    ),
    Mirror(
        kinds=(
            "agreement.confirmed",
            "agreement.declined",
            "confirmation.given",
            "confirmation.declined",
        ),
        table=_TABLE,
        key="settled_by",
        chain_column="conversation_id",
        columns={"id": "ref.settles", "outcome": "f.outcome", "settled_at": "at"},
    ),
    Mirror(
        kinds=("agreement.kept",),
        table=_TABLE,
        key="kept_by",
        chain_column="conversation_id",
        columns={"id": "ref.keeps", "kept_at": "at", "kept_side": "by.role"},
    ),
    Mirror(
        kinds=("agreement.lapsed",),
        table=_TABLE,
        key="lapsed_by",
        chain_column="conversation_id",
        columns={"id": "ref.lapsed", "lapsed_at": "at"},
    ),
    Mirror(
        kinds=("agreement.proposed", "agreement.confirmed"),
        table=_TABLE,
        key="replaced_by",
        when="ref.replaces",
        chain_column="conversation_id",
        columns={"id": "ref.replaces"},
    ),
)
