"""Close an obligation by a deed that is no message: what it asked for was done, or said."""

from datetime import datetime

from helpdesk.archive.database import hot
from helpdesk.archive.terms import Chain, Receipt
from helpdesk.deadlines.terms import Answering
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us

_CLOSE = (
    "SELECT deadlines_answer_v3(%s::bigint, %s::uuid, %s::uuid, %s::timestamptz, %s, %s::timestamptz,"
    " %s::integer, %s::integer, %s, %s::boolean)"
)


def close_by_deed(
    *, actor: Actor, now: datetime, chain: Chain, receipt: Receipt, answering: Answering
) -> None:
    """As `answering` says, by the entry of `receipt`, in the deed's transaction and scope."""
    hot.rows(
        _CLOSE,
        [
            chain.seller_id,
            answering.obligation,
            receipt.entry,
            receipt.at,
            answering.verdict.value,
            from_us(answering.deadline),
            answering.calendar_version,
            answering.outages,
            answering.stopped,
            answering.voids is not None,
        ],
    )
