"""A check before sending: what would be found in a draft, and what would become of it. Nothing is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.attachments.queries import files_to_post
from helpdesk.conduct.terms import Decision, Finding, Treated
from helpdesk.conversations import rules
from helpdesk.conversations.policies import can_answer, can_ask, can_reply
from helpdesk.conversations.queries.examining import Scene, examined, names_of, scene_about, scene_of
from helpdesk.conversations.queries.loading import load
from helpdesk.conversations.terms import MAX_TEXT, About
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.queries import order_of, subject_of_offer, subject_of_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What sending the draft would meet with: `code` of the refusal, None where it would be sent.

    `findings` are those that its author is told of, with spans into the draft; `treated` is what becomes of
    the questions that wait for an answer.
    """

    code: str | None
    decision: Decision
    findings: Sequence[Finding]
    treated: Sequence[Treated]


def checked(
    *, actor: Actor, now: datetime, conversation: Ref, draft: str, files: Sequence[UUID] = ()
) -> Checked:
    """A reply or a question in a thread that is open. `files` are the actor's uploads: their names count.

    A fixed number of SQL statements. Raises NotFound, Forbidden (who may not write here), Invalid, TooLarge.
    """
    thread = load(actor=actor, conversation=conversation, key="").thread
    if actor.side is Side.BUYER:
        if not can_ask(actor=actor, thread=thread):
            raise Forbidden("conversation.not_yours_to_ask")
    elif not can_reply(actor=actor, thread=thread):
        raise Forbidden("conversation.not_yours_to_answer")
    return _checked(actor, now, scene_of(thread), draft, files)


def checked_question(
    *,
    actor: Actor,
    now: datetime,
    draft: str,
    order: Ref | None = None,
    offer: Ref | None = None,
    files: Sequence[UUID] = (),
) -> Checked:
    """A first question about an order, or else about an offer. Raises as `checked` does."""
    if actor.side is not Side.BUYER or actor.buyer_id is None:
        raise Forbidden("conversation.not_yours_to_ask")
    if order is not None:
        subject, about = subject_of_order(actor=actor, order=order), About.ORDER
        id = rules.thread_about_order(order_id=order.id)
    else:
        assert offer is not None
        subject, about = subject_of_offer(actor=actor, offer=offer), About.OFFER
        id = rules.thread_about_offer(offer_id=offer.id, buyer_id=actor.buyer_id)
    scene = scene_about(subject=subject, about=about, conversation=Ref(subject.ref.seller_id, id))
    return _checked(actor, now, scene, draft, files)


def checked_start(
    *, actor: Actor, now: datetime, order: Ref, draft: str, files: Sequence[UUID] = ()
) -> Checked:
    """A seller's first message about an order. Raises as `checked` does."""
    found = order_of(actor=actor, order=order)
    if not can_answer(actor=actor):
        raise Forbidden("conversation.not_yours_to_answer")
    thread = Ref(order.seller_id, rules.thread_about_order(order_id=order.id))
    scene = Scene(ref=thread, order=order.id, market=found.market)
    return _checked(actor, now, scene, draft, files)


def _checked(actor: Actor, now: datetime, scene: Scene, draft: str, files: Sequence[UUID]) -> Checked:
    body = text.storable(draft, limit=MAX_TEXT, field="text")
    attached = files_to_post(actor=actor, seller_id=scene.ref.seller_id, files=files)
    found = examined(actor=actor, now=now, scene=scene, text=body, names=names_of(attached), whole=True)
    return Checked(
        code=rules.refusal_of(text=body) or rules.code_of(decision=found.decision),
        decision=found.decision,
        findings=found.told,
        treated=found.treated,
    )
