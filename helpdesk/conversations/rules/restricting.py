"""What somebody does in a thread, as measures tell one thing from another."""

from typing import Final

from helpdesk.conversations.terms import Thread
from helpdesk.conversations.terms.starting import SellerReason, Turn, Why
from helpdesk.kernel.actor import Side
from helpdesk.marketplace.terms.restrictions import Act

# What the law wants a buyer told of an order (a thing that will not come, a paper that is owed), and what
# protects them; all else that a seller begins can wait.
STARTS: Final = {
    SellerReason.ORDER_PROBLEM: Act.START_OWED,
    SellerReason.INFO_NEEDED: Act.START,
    SellerReason.DELIVERY_CHANGE: Act.START,
    SellerReason.RETURN_STEP: Act.START,
    SellerReason.REPAIR_STEP: Act.START,
    SellerReason.INVOICE: Act.START_OWED,
    SellerReason.SAFETY_RECALL: Act.RECALL,
}


def act_of(*, thread: Thread, side: Side, why: Why | None = None) -> Act | None:
    """What a message in the thread is; None: nobody's of the two sides, whom no measure is against."""
    if side not in (Side.BUYER, Side.SELLER):
        return None
    if thread.order_id is None:
        begins = side is Side.BUYER and thread.last_n < 0
        return Act.ASK_BEFORE_SALE if begins else Act.WRITE_BEFORE_SALE
    if side is Side.BUYER:
        return Act.ASK
    return STARTS[why.reason] if why and isinstance(why.reason, SellerReason) else Act.ANSWER


def act_beside(*, thread: Thread, side: Side, turn: Turn, starts: bool) -> Act | None:
    """The same of what is no message; `starts`: nobody waits, and the buyer did not write last."""
    act = None if turn is Turn.DUTY else act_of(thread=thread, side=side)
    return Act.START if act is Act.ANSWER and turn is Turn.WORD and starts else act
