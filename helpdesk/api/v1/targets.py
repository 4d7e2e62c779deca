"""Where a launch leads: the thing by its id, and that whoever is let in may see it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated

from pydantic import Field

from helpdesk.accounts.terms import Doing, Target
from helpdesk.api.references import conversation_of, ref_of, reference_of
from helpdesk.cases import queries as cases
from helpdesk.conversations import queries as conversations
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, NotFound
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.kinds import MAX_EXTERNAL_ID, Kind

Reference = Annotated[str, Field(max_length=MAX_EXTERNAL_ID + len("ext:"), examples=["ext:A-1001"])]

_BUYERS = {Doing.ASK: {"order", "offer"}, Doing.PROBLEM: {"order"}}
_OPEN = {
    Side.BUYER: {"order", "offer", "conversation", "case"},
    Side.SELLER: {"order", "conversation", "case"},
}


def target_of(*, actor: Actor, now: datetime, doing: Doing, to: Mapping[str, str]) -> Target:
    """The target, seen with the eyes of whoever is let in. Raises Invalid, NotFound."""
    if len(to) != 1:
        raise Invalid("launch.one_target", field="to")
    [(what, text)] = to.items()
    buyers = _BUYERS.get(doing, set()) if actor.side is Side.BUYER else set()
    if what not in (_OPEN[actor.side] if doing is Doing.OPEN else buyers):
        raise Invalid("launch.not_so", field="do")
    return Target(doing=doing, what=what, place=str(_SEEN[what](actor, now, text)))


def _order(actor: Actor, _: datetime, text: str) -> Ref:
    return marketplace.order_of(actor=actor, order=ref_of(kind=Kind.ORDER, text=text)).ref


def _offer(actor: Actor, _: datetime, text: str) -> Ref:
    return marketplace.subject_of_offer(actor=actor, offer=ref_of(kind=Kind.OFFER, text=text)).ref


def _conversation(actor: Actor, _: datetime, text: str) -> Ref:
    ref = conversation_of(text=text)
    if not conversations.is_visible(actor=actor, conversation=ref):
        raise NotFound("conversation.not_found")
    return ref


def _case(actor: Actor, now: datetime, text: str) -> Ref:
    ref = reference_of(text=text, missing="case.not_found")
    return cases.case_of(actor=actor, now=now, case=ref).ref


_SEEN: dict[str, Callable[[Actor, datetime, str], Ref]] = {
    "order": _order,
    "offer": _offer,
    "conversation": _conversation,
    "case": _case,
}
