"""What `verify` compares of reports."""

from helpdesk.archive.terms import Mirror

_TABLE = "reports_report"

REPORTS: tuple[Mirror, ...] = (
    Mirror(
        kinds=("report.filed",),
        table=_TABLE,
        key="id",
        columns={
            "audience": "entry.audience",
            "buyer_id": "entry.buyer_id",
            "chain": "chain",
            "n": "n",
            "file_id": "f.file",
            "of_side": "f.side",
            "person_id": "entry.actor",
            "about": "f.subject",
            "message_id": "ref.reports",
            "message_n": "f.message_n",
            "order_id": "f.order",
            "what": "f.what",
            "channel": "f.channel",
            "market": "f.market",
            "language": "f.language",
            "at": "at",
            "due_at": "f.due",
            "ranks_last": "f.last",
        },
        usual={"ranks_last": 0},
    ),
    Mirror(
        kinds=("report.settled",),
        table=_TABLE,
        key="settled_by",
        chain_column="chain",
        columns={
            "id": "ref.settles",
            "settled_at": "at",
            "outcome": "f.decision",
            "found": "f.kind",
            "warned": "f.warned",
            "last_until": "f.last_until",
        },
        usual={"warned": 0},
    ),
)
