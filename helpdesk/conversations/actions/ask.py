"""Ask: the buyer's first message about an order or an offer opens the thread; a later one goes into it."""

from collections.abc import Container, Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.queries import files_to_post
from helpdesk.conduct.terms import Verdict
from helpdesk.conversations.actions.beginning import Asking, about_offer, about_order, open_thread
from helpdesk.conversations.actions.post_question import send_question
from helpdesk.conversations.actions.refusing import Wording, refusal_of, refuse_if_forbidden
from helpdesk.conversations.actions.starting import meant_by, why_asked
from helpdesk.conversations.actions.vetting import worded
from helpdesk.conversations.queries.examining import examined, names_of
from helpdesk.conversations.queries.loading import load
from helpdesk.conversations.terms import Posted
from helpdesk.conversations.terms.starting import BuyerReason, Why
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import order_of


def ask_about_order(
    *,
    actor: Actor,
    now: datetime,
    order: Ref,
    draft: str,
    key: str,
    files: Sequence[UUID] = (),
    confirmed: str | None = None,
    heard: Container[str] | None = None,
    reason: BuyerReason | None = None,
    line: str | None = None,
) -> Posted:
    """The question, in the order's one thread, with what it is for and which `line` of the order it is about.

    Raises NotFound for others' orders, Invalid for a line that is not one of the order's, and as
    `post_question`.
    """
    if actor.side is not Side.BUYER:
        order_of(actor=actor, order=order)  # whose order it is not, learns not even that it is there
        raise Forbidden("conversation.not_yours_to_ask")
    asking = about_order(actor=actor, order=order)
    why = why_asked(reason=reason, line=line, lines=_lines(actor, order) if line else ())
    wording = worded(
        actor=actor,
        now=now,
        draft=draft,
        key=key,
        files=files,
        confirmed=confirmed,
        heard=heard,
        meant=meant_by(why=why),
    )
    return _ask(asking, wording, files, why)


def ask_about_offer(
    *,
    actor: Actor,
    now: datetime,
    offer: Ref,
    draft: str,
    key: str,
    files: Sequence[UUID] = (),
    confirmed: str | None = None,
    heard: Container[str] | None = None,
    reason: BuyerReason | None = None,
) -> Posted:
    """The question, in this buyer's one thread about the offer. Raises as `ask_about_order` does."""
    if actor.side is not Side.BUYER:
        raise Forbidden("conversation.not_yours_to_ask")
    asking = about_offer(actor=actor, offer=offer)
    why = why_asked(reason=reason)
    wording = worded(
        actor=actor,
        now=now,
        draft=draft,
        key=key,
        files=files,
        confirmed=confirmed,
        heard=heard,
        meant=meant_by(why=why),
    )
    return _ask(asking, wording, files, why)


def _lines(actor: Actor, order: Ref) -> list[str]:
    return [line.line for line in order_of(actor=actor, order=order).lines]


def _ask(asking: Asking, wording: Wording, files: Sequence[UUID], why: Why | None) -> Posted:
    actor, conversation = wording.actor, asking.conversation
    pair = marketplace.pair_of(
        actor=actor, now=wording.now, seller_id=conversation.seller_id, buyer_id=asking.subject.buyer_id
    )
    verdict = vetted_first(asking=asking, wording=wording, pair=pair, files=files)
    with acting(actor):
        open_thread(asking=asking, pair=pair, now=wording.now)
        return send_question(
            wording=wording,
            conversation=conversation,
            seen_n=None,
            files=files,
            vet=lambda _thread, _files: verdict,
            about=asking.subject.facts,
            why=why,
        )


def vetted_first(*, asking: Asking, wording: Wording, pair: UUID, files: Sequence[UUID]) -> Verdict:
    """Before the thread is opened: what is refused opens none. A repeated request is answered anyway."""
    actor = wording.actor
    if files and is_repeated(asking=asking, wording=wording):
        return Verdict(pack="")  # its files may be gone by now: the post compares them with what it committed
    attached = files_to_post(actor=actor, seller_id=asking.conversation.seller_id, files=files)
    verdict = examined(
        actor=actor, now=wording.now, scene=asking.scene, text=wording.body, names=names_of(attached)
    )
    refused = refusal_of(wording=wording, verdict=verdict) is not None
    if refused and not is_repeated(asking=asking, wording=wording):
        refuse_if_forbidden(wording=wording, verdict=verdict, place=lambda: asking.place(actor, pair))
    return verdict


def is_repeated(*, asking: Asking, wording: Wording) -> bool:
    """Whether the request was made before, with this key."""
    try:
        loaded = load(actor=wording.actor, conversation=asking.conversation, key=wording.key)
    except NotFound:
        return False
    return loaded.stored is not None
