"""Why somebody writes, as forms ask for it: the reasons to choose from, and the one that was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from helpdesk.conversations.terms import About, ThreadView
from helpdesk.conversations.terms.starting import BuyerReason, SellerReason
from helpdesk.conversations.words import BUYER_REASONS, SELLER_REASONS
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Invalid
from helpdesk.marketplace.terms.progress import Progress, Stage
from helpdesk.portal import threads
from helpdesk.portal.drafts import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One reason; `drawing` is an icon's name."""

    code: str
    name: str | Promise
    drawing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Starts:
    """What a seller needs to write where nobody waits. `is_closed`: about an offer only a buyer begins."""

    choices: Sequence[Choice]
    is_closed: bool


_DRAWINGS = {
    BuyerReason.NOT_ARRIVED: "truck",
    BuyerReason.CHANGE: "pencil",
    BuyerReason.CANCEL: "cross",
    BuyerReason.DELIVERY: "place",
    BuyerReason.DAMAGED: "broken",
    BuyerReason.WRONG_ITEM: "box",
    BuyerReason.NOT_WORKING: "stop",
    BuyerReason.RETURN: "return",
    BuyerReason.INVOICE: "document",
    BuyerReason.DETAILS: "info",
    BuyerReason.FIT: "check",
    BuyerReason.AVAILABILITY: "shop",
    BuyerReason.GUARANTEE: "seal",
    BuyerReason.OTHER: "question",
}
_ARRIVED = (
    BuyerReason.DAMAGED,
    BuyerReason.WRONG_ITEM,
    BuyerReason.NOT_WORKING,
    BuyerReason.RETURN,
    BuyerReason.INVOICE,
    BuyerReason.OTHER,
)
_UNDER_WAY = (
    BuyerReason.NOT_ARRIVED,
    BuyerReason.CHANGE,
    BuyerReason.CANCEL,
    BuyerReason.DELIVERY,
    BuyerReason.INVOICE,
    BuyerReason.OTHER,
)
_BEFORE_SALE = (
    BuyerReason.DETAILS,
    BuyerReason.FIT,
    BuyerReason.AVAILABILITY,
    BuyerReason.DELIVERY,
    BuyerReason.GUARANTEE,
    BuyerReason.OTHER,
)


def about_order(*, progress: Progress) -> list[Choice]:
    """Six for a buyer's order: some make sense once a parcel is there, some before."""
    arrived = progress.delivered > 0 or progress.stage in (Stage.DELIVERED, Stage.RETURNED, Stage.REFUNDED)
    return _pictures(_ARRIVED if arrived else _UNDER_WAY)


def before_sale() -> list[Choice]:
    """Six for an offer."""
    return _pictures(_BEFORE_SALE)


def seller_choices(*, only: Sequence[SellerReason] = tuple(SellerReason)) -> list[Choice]:
    """What a seller may write for."""
    return [Choice(code=reason.value, name=SELLER_REASONS[reason.value]) for reason in only]


def starts_in(*, thread: ThreadView, reasons: Sequence[SellerReason]) -> Starts | None:
    """What a seller needs to write in a thread; None: they answer. `reasons`: those left. No SQL statement.

    A page of old messages does not say who wrote last; then the deed itself asks.
    """
    if thread.obligation is not None or threads.later(thread) is not None:
        return None
    parties = [one for one in thread.messages if one.side in (Side.BUYER, Side.SELLER)]
    if parties and parties[-1].side is Side.BUYER:
        return None
    return Starts(choices=seller_choices(only=reasons), is_closed=thread.about is About.OFFER)


def sellers_reason(*, draft: Draft) -> SellerReason | None:
    """What was chosen; None: nothing. Raises Invalid for what no page of ours writes."""
    if draft.why == "":
        return None
    try:
        return SellerReason(draft.why)
    except ValueError:
        raise Invalid("form.damaged", field="reason") from None


def buyers_reason(*, draft: Draft) -> BuyerReason:
    """What was chosen; whoever chooses nothing writes about something else. Raises Invalid."""
    try:
        return BuyerReason(draft.why or BuyerReason.OTHER)
    except ValueError:
        raise Invalid("form.damaged", field="reason") from None


def _pictures(reasons: Sequence[BuyerReason]) -> list[Choice]:
    return [
        Choice(code=reason.value, name=BUYER_REASONS[reason.value], drawing=_DRAWINGS[reason])
        for reason in reasons
    ]
