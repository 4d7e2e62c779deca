"""What the caller may do in a place now: by their side, their roles, and the measures in force there."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ninja import Schema

from helpdesk.api.v1.deeds import Waiver
from helpdesk.api.v1.questions import AboutOffer, AboutOrder
from helpdesk.api.v1.schemas import schema_of
from helpdesk.api.v1.shapes import Reply, Written
from helpdesk.api.v1.starting import First
from helpdesk.conversations.policies import can_answer, reasons_under
from helpdesk.conversations.terms import About, ThreadView
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.policies import is_open
from helpdesk.marketplace.terms.restrictions import Act
from helpdesk.standing.terms.grades import Seen

# a deed in a place: the address behind that of the place, and what is sent there
_Deeds = Mapping[str, tuple[str, type[Schema]]]
_THREAD: _Deeds = {
    "ask": ("conversations/{}/questions", Written),
    "reply": ("conversations/{}/replies", Reply),
    "waive": ("conversations/{}/waivers", Waiver),
}
_ORDER: _Deeds = {"ask": ("orders/{}/questions", AboutOrder), "start": ("orders/{}/messages", First)}
_OFFER: _Deeds = {"ask": ("offers/{}/questions", AboutOffer)}


class AllowedAction(Schema):
    """A deed: send what `body` (JSON Schema) describes to `href`, with an Idempotency-Key."""

    action: str
    method: str
    href: str
    body: dict[str, Any]


class Allowed(Schema):
    """`allowed_actions`: `ask` (a Buyer), `reply` (a Seller answers), `waive` (no reply is needed), `start`
    (a Seller writes first). More may follow.

    What is left out because of a measure against the Seller would be refused with a code of `restriction.`;
    `start_reasons` are the reasons for which the Seller may write first.
    """

    allowed_actions: list[AllowedAction]
    start_reasons: list[str]


def in_thread(*, actor: Actor, thread: ThreadView, seen: Seen | None, now: datetime) -> dict[str, Any]:
    """In a conversation. One SQL statement for a Seller; a Buyer has `seen` what is closed."""
    on_order = thread.about is About.ORDER
    seller_id = thread.conversation.seller_id
    if actor.side is not Side.SELLER:
        act = Act.ASK if on_order else Act.WRITE_BEFORE_SALE
        return _buyers(seen, act, _THREAD, thread.conversation)
    if not can_answer(actor=actor):
        return _said([], [])
    act = Act.ANSWER if on_order else Act.WRITE_BEFORE_SALE
    kinds = marketplace.kinds_in_force(seller_id=seller_id, at=now)
    names = ["reply", *(["waive"] if thread.obligation else [])] if is_open(act=act, kinds=kinds) else []
    reasons = [reason.value for reason in (reasons_under(kinds=kinds) if on_order else ())]
    starts = [_action("start", _ORDER, thread.about_ref)] if reasons else []
    return _said([_action(name, _THREAD, thread.conversation) for name in names] + starts, reasons)


def about_order(*, actor: Actor, order: Ref, seen: Seen | None, now: datetime) -> dict[str, Any]:
    """On an order. One SQL statement for a Seller; a Buyer has `seen` what is closed."""
    if actor.side is not Side.SELLER:
        return _buyers(seen, Act.ASK, _ORDER, order)
    if not can_answer(actor=actor):
        return _said([], [])
    kinds = marketplace.kinds_in_force(seller_id=order.seller_id, at=now)
    reasons = [reason.value for reason in reasons_under(kinds=kinds)]
    return _said([_action("start", _ORDER, order)] if reasons else [], reasons)


def about_offer(*, offer: Ref, seen: Seen | None) -> dict[str, Any]:
    """On an offer, of which only buyers begin to speak."""
    return _buyers(seen, Act.ASK_BEFORE_SALE, _OFFER, offer)


def _buyers(seen: Seen | None, act: Act, deeds: _Deeds, place: Ref) -> dict[str, Any]:
    may = seen is not None and is_open(act=act, kinds=seen.closed_by)
    return _said([_action("ask", deeds, place)] if may else [], [])


def _action(name: str, deeds: _Deeds, place: Ref) -> dict[str, Any]:
    address, body = deeds[name]
    return {
        "action": name,
        "method": "POST",
        "href": f"/api/v1/{address.format(place)}",
        "body": schema_of(body=body),
    }


def _said(actions: list[dict[str, Any]], reasons: list[str]) -> dict[str, Any]:
    return {"allowed_actions": actions, "start_reasons": reasons}
