"""Why a message starts a conversation, and how far a seller may go: plain data."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

DAYS_TO_START: Final = 30  # after the day of delivery, in the calendar of the order's market
UNDELIVERED: Final = timedelta(days=180)  # after the order was placed, where nobody says that it has arrived
IN_A_ROW: Final = 3  # messages of a seller's that a buyer has not answered


class SellerReason(StrEnum):
    """What a seller may write first for, always about an order."""

    ORDER_PROBLEM = "order_problem"
    INFO_NEEDED = "info_needed"
    DELIVERY_CHANGE = "delivery_change"
    RETURN_STEP = "return_step"
    REPAIR_STEP = "repair_step"
    INVOICE = "invoice"
    SAFETY_RECALL = "safety_recall"


class BuyerReason(StrEnum):
    """What a buyer writes for. Which of them are offered depends on what is asked about, and on its stage."""

    NOT_ARRIVED = "not_arrived"
    CHANGE = "change"
    CANCEL = "cancel"
    DELIVERY = "delivery"
    DAMAGED = "damaged"
    WRONG_ITEM = "wrong_item"
    NOT_WORKING = "not_working"
    RETURN = "return"
    INVOICE = "invoice"
    DETAILS = "details"
    FIT = "fit"
    AVAILABILITY = "availability"
    GUARANTEE = "guarantee"
    OTHER = "other"


ALWAYS_TOLD: Final = frozenset(
    {SellerReason.ORDER_PROBLEM, SellerReason.INFO_NEEDED, SellerReason.SAFETY_RECALL}
)  # of these a buyer is told even where the rest is muted
# a recall reaches everybody, whenever (Regulation (EU) 2023/988 Art. 35)
NO_LIMITS: Final = frozenset({SellerReason.SAFETY_RECALL})


class Turn(StrEnum):
    """What is said in a thread that is no message, by how it comes to be said."""

    WORD = "word"  # it may be the first
    ANSWER = "answer"  # to what the other side said, or keeping what was agreed
    DUTY = "duty"  # a step of a case, the state of an order: whatever measures are in force


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What a message was written for; `line` is the order's line that its author chose, as the Platform
    calls it.
    """

    reason: SellerReason | BuyerReason
    line: str | None = None

    def facts(self) -> dict[str, int | str]:
        """What the leaf says of it."""
        said: dict[str, int | str] = {"reason": self.reason.value}
        return said | ({"line": self.line} if self.line else {})
