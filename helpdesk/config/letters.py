"""What `verify` compares of letters, and of administrators who joined a thread."""

from helpdesk.archive.terms import Mirror

_SEEN_BY = {"audience": "entry.audience", "buyer_id": "entry.buyer_id"}

LETTERS: tuple[Mirror, ...] = (
    Mirror(
        kinds=("administrator.joined",),
        table="letters_joining",
        key="id",
        columns={
            **_SEEN_BY,
            "conversation_id": "chain",
            "person_id": "entry.actor",
            "reason": "f.reason",
            "n": "n",
            "at": "at",
        },
    ),
    Mirror(
        kinds=("letter",),
        table="letters_letter",
        key="id",
        columns={
            **_SEEN_BY,
            "chain": "chain",
            "n": "n",
            "file_id": "f.file",
            "of_side": "f.side",
            "side": "by.role",
            "about": "f.about",
            "order_id": "f.order",
            "market": "f.market",
            "language": "f.language",
            "at": "at",
            "due_at": "f.due",
        },
    ),
    Mirror(
        kinds=("letter",),
        table="letters_letter",
        key="answered_by",
        when="ref.answers",
        chain_column="chain",
        columns={"id": "ref.answers", "answered_at": "at"},
    ),
    Mirror(
        kinds=("letter.closed",),
        table="letters_letter",
        key="closed_by",
        when="ref.closes",
        chain_column="chain",
        columns={"id": "ref.closes", "closed_at": "at", "closed_as": "f.reason"},
    ),
)
