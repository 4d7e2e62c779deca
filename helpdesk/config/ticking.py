"""What `verify` compares of what was said of single questions."""

from helpdesk.archive.terms import Mirror

_SEEN_BY = {"audience": "entry.audience", "buyer_id": "entry.buyer_id"}
_SHARED = {
    **_SEEN_BY,
    "conversation_id": "chain",
    "side": "by.role",
    "at": "at",
    "questions": "f.questions",
}

TICKS: tuple[Mirror, ...] = (
    Mirror(
        kinds=("message",),
        table="conversations_tick",
        key="id",
        when="f.questions",
        rows="side = 'seller'",
        columns={**_SHARED, "answered": "f.answered", "later": "f.later"},
        usual={"answered": "", "later": ""},
    ),
    Mirror(
        kinds=("answer.complete", "answer.reopened"),
        table="conversations_tick",
        key="id",
        when="f.questions",
        rows="side = 'buyer'",
        columns={
            **_SHARED,
            "of_id": "ref.calls_complete|ref.reopens",
            "how": "f.how",
            "left_open": "f.open",
        },
        usual={"left_open": ""},
    ),
)
