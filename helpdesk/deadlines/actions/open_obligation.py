"""Open an obligation by an entry that is no message: the row that belongs to the deed which calls it."""

from datetime import datetime

from helpdesk.archive.database import hot
from helpdesk.archive.terms import Chain, Receipt
from helpdesk.deadlines.terms import Opening
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us

_OPEN = (
    "SELECT deadlines_open_v2(%s::bigint, %s::uuid, %s::uuid, %s::uuid, %s::timestamptz, %s::timestamptz, %s,"
    " %s::integer, %s, %s::boolean, %s::integer, %s::bigint, %s, %s::uuid, %s::timestamptz)"
)


def open_obligation(*, actor: Actor, now: datetime, chain: Chain, receipt: Receipt, opens: Opening) -> None:
    """The clock that the entry of `receipt` starts, within the deed around it. One SQL statement."""
    hot.rows(
        _OPEN,
        [
            chain.seller_id,
            receipt.entry,
            chain.id,
            chain.buyer_id,
            from_us(opens.received),
            from_us(opens.deadline),
            opens.calendar,
            opens.calendar_version,
            opens.zone,
            opens.with_order,
            opens.outages,
            opens.budget,
            opens.cause.value,
            opens.question,
            from_us(opens.next_at),
        ],
    )
