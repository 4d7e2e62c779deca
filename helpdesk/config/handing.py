"""What `verify` compares of what buyers handed over beside messages."""

from helpdesk.archive.terms import Mirror

HANDED_OVER: tuple[Mirror, ...] = tuple(
    Mirror(
        kinds=(f"{what}.stated",),
        table="conversations_handed_over",
        key="id",
        rows=f"what = '{what}'",
        columns={
            "audience": "entry.audience",
            "buyer_id": "entry.buyer_id",
            "conversation_id": "f.conversation",
            "order_id": "f.order",
            "state": "f.state",
            "n": "n",
            "at": "at",
        },
    )
    for what in ("delivery", "refund")
)
