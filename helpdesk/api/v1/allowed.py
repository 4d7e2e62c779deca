"""What the caller may do in a place now: by their side, their roles, and the measures in force there."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ninja import Schema

from helpdesk.conversations.policies import can_answer, reasons_under
from helpdesk.conversations.terms import About, ThreadView
from helpdesk.kernel.actor import Actor, Side
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.policies import is_open
from helpdesk.marketplace.terms.restrictions import Act


class Allowed(Schema):
    """`allowed_actions`: `ask` (a Buyer), `reply` (a Seller answers), `start` (a Seller writes first).

    What is left out because of a measure against the Seller would be refused with a code of `restriction.`;
    `start_reasons` are the reasons for which the Seller may write first.
    """

    allowed_actions: list[str]
    start_reasons: list[str]


def in_thread(*, actor: Actor, thread: ThreadView, now: datetime) -> dict[str, Any]:
    """In a conversation. One SQL statement, none for the operator's side."""
    on_order = thread.about is About.ORDER
    if actor.side is Side.SELLER:
        act = Act.ANSWER if on_order else Act.WRITE_BEFORE_SALE
        return _sellers(actor, ["reply"], act, thread.conversation.seller_id, now, starts=on_order)
    act = Act.ASK if on_order else Act.WRITE_BEFORE_SALE
    return _buyers(actor, act, thread.conversation.seller_id, now)


def about_order(*, actor: Actor, seller_id: int, now: datetime) -> dict[str, Any]:
    """On an order. One SQL statement, none for the operator's side."""
    if actor.side is Side.SELLER:
        return _sellers(actor, [], Act.ANSWER, seller_id, now, starts=True)
    return _buyers(actor, Act.ASK, seller_id, now)


def about_offer(*, actor: Actor, seller_id: int, now: datetime) -> dict[str, Any]:
    """On an offer, of which only buyers begin to speak. One SQL statement for them."""
    return _buyers(actor, Act.ASK_BEFORE_SALE, seller_id, now)


def _buyers(actor: Actor, act: Act, seller_id: int, now: datetime) -> dict[str, Any]:
    if actor.side is not Side.BUYER:
        return {"allowed_actions": [], "start_reasons": []}
    kinds = marketplace.kinds_in_force(seller_id=seller_id, at=now)
    return {"allowed_actions": ["ask"] if is_open(act=act, kinds=kinds) else [], "start_reasons": []}


def _sellers(
    actor: Actor, actions: Sequence[str], act: Act, seller_id: int, now: datetime, *, starts: bool
) -> dict[str, Any]:
    if not can_answer(actor=actor):
        return {"allowed_actions": [], "start_reasons": []}
    kinds = marketplace.kinds_in_force(seller_id=seller_id, at=now)
    reasons = reasons_under(kinds=kinds) if starts else []
    here = list(actions) if is_open(act=act, kinds=kinds) else []
    return {
        "allowed_actions": here + (["start"] if reasons else []),
        "start_reasons": [reason.value for reason in reasons],
    }
