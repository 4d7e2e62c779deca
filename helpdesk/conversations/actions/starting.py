"""Why a message is written: judged before it is stored, and kept beside it."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Receipt
from helpdesk.conversations import rules
from helpdesk.conversations.models import MessageReason
from helpdesk.conversations.queries.starting import Course, course_of, standing_in
from helpdesk.conversations.rules import Standing
from helpdesk.conversations.terms import Thread
from helpdesk.conversations.terms.starting import BuyerReason, SellerReason, Why
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Invalid
from helpdesk.marketplace.terms.shown import OrderShown


@dataclass(frozen=True, slots=True, kw_only=True)
class Starting:
    """A seller's message, and what they say that it is for; `order` where the door has read it already."""

    actor: Actor
    reason: SellerReason | None
    text: str
    order: OrderShown | None = None


def why_of(*, starting: Starting, thread: Thread, at: int, seen_n: int | None) -> Why | None:
    """What a seller's message in a thread is for, at `at` (microseconds UTC); None: it answers.

    No SQL statement while somebody waits; else one, and five more where there is a reason. Raises Invalid,
    Conflict. Whoever has not seen the last message is told of that first.
    """
    if rules.waits(thread=thread) or (seen_n is not None and thread.last_n > seen_n):
        return None
    standing = standing_in(actor=starting.actor, conversation=thread.ref)
    if starting.reason is None and not rules.needs_reason(standing=standing):
        return None
    if thread.order_id is None:
        raise Invalid("start.before_sale", field="reason")
    if starting.reason is None:
        raise Invalid("start.reason_needed", field="reason")
    order = Ref(thread.ref.seller_id, thread.order_id)
    course = course_of(actor=starting.actor, order=starting.order or order)
    refuse_to_start(starting=starting, course=course, standing=standing, now=clock.from_us(at))
    return Why(reason=starting.reason)


def why_first(*, starting: Starting, thread: Thread, at: int) -> Why | None:
    """The same for a message that is to start something. Raises Conflict where the buyer waits for an answer,
    which belongs into the conversation itself.
    """
    if rules.waits(thread=thread):
        raise Conflict("start.somebody_waits")
    return why_of(starting=starting, thread=thread, at=at, seen_n=None)


def refuse_to_start(*, starting: Starting, course: Course, standing: Standing, now: datetime) -> None:
    """Raises Invalid, Conflict (it is over, or there were three in a row); nothing is stored."""
    assert starting.reason is not None
    ends_at = rules.open_until(
        progress=course.progress, placed_at=course.placed_at, zone=course.zone, heard_at=standing.heard_at
    )
    code = rules.refusal_to_start(reason=starting.reason, now=now, ends_at=ends_at, standing=standing)
    if code is not None:
        raise Conflict(code)
    if rules.repeats_notice(text=starting.text, told=course.told):
        raise Invalid("start.repeats_notice", field="text")


def why_asked(
    *, reason: BuyerReason | None, line: str | None = None, lines: Container[str] = ()
) -> Why | None:
    """What a buyer writes for. Raises Invalid for a line that is not one of the order's."""
    if line is not None and line not in lines:
        raise Invalid("start.no_such_line", field="line")
    if reason is None and line is None:
        return None
    return Why(reason=reason or BuyerReason.OTHER, line=line)


def meant_by(*, why: Why | None) -> dict[str, str]:
    """What a refused attempt says of it, should somebody find the text fine."""
    return {name: str(value) for name, value in why.facts().items()} if why else {}


def keep_why(*, actor: Actor, thread: Thread, receipt: Receipt, n: int, why: Why) -> None:
    """Beside its message, in the transaction that stored it."""
    with acting(actor):
        MessageReason.objects.create(
            seller_id=thread.ref.seller_id,
            id=receipt.entry,
            conversation_id=thread.ref.id,
            n=n,
            buyer_id=thread.buyer_id,
            side=(Side.SELLER if isinstance(why.reason, SellerReason) else Side.BUYER).value,
            reason=why.reason.value,
            line=why.line,
            at=receipt.at,
        )
