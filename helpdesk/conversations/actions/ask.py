"""Ask: the buyer's first message about an order or an offer opens the thread; a later one goes into it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import rules
from helpdesk.conversations.actions.post_question import post_question
from helpdesk.conversations.actions.refusing import keep_unopened
from helpdesk.conversations.models import BuyerInbox, Conversation
from helpdesk.conversations.terms import MAX_TEXT, About, Posted
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Refused
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import order_of, subject_of_offer, subject_of_order
from helpdesk.marketplace.terms.subject import Subject


def ask_about_order(
    *, actor: Actor, now: datetime, order: Ref, draft: str, key: str, files: Sequence[UUID] = ()
) -> Posted:
    """The question, in the order's one thread. Raises NotFound for others' orders, and as `post_question`."""
    if actor.side is not Side.BUYER:
        order_of(actor=actor, order=order)  # whose order it is not, learns not even that it is there
        raise Forbidden("conversation.not_yours_to_ask")
    subject = subject_of_order(actor=actor, order=order)
    id = rules.thread_about_order(order_id=order.id)
    return _ask(actor, now, subject, About.ORDER, id, draft, key, files)


def ask_about_offer(
    *, actor: Actor, now: datetime, offer: Ref, draft: str, key: str, files: Sequence[UUID] = ()
) -> Posted:
    """The question, in this buyer's one thread about the offer. Raises as `ask_about_order` does."""
    if actor.side is not Side.BUYER:
        raise Forbidden("conversation.not_yours_to_ask")
    subject = subject_of_offer(actor=actor, offer=offer)
    id = rules.thread_about_offer(offer_id=offer.id, buyer_id=subject.buyer_id)
    return _ask(actor, now, subject, About.OFFER, id, draft, key, files)


def _ask(
    actor: Actor,
    now: datetime,
    subject: Subject,
    about: About,
    id: UUID,
    draft: str,
    key: str,
    files: Sequence[UUID],
) -> Posted:
    body = text.storable(draft, limit=MAX_TEXT, field="text")
    conversation = Ref(subject.ref.seller_id, id)
    pair = marketplace.pair_of(
        actor=actor, now=now, seller_id=conversation.seller_id, buyer_id=subject.buyer_id
    )
    if (code := rules.refusal_of(text=body)) is not None:
        keep_unopened(
            actor=actor,
            now=now,
            conversation=conversation,
            pair=pair,
            body=body,
            key=key,
            code=code,
            files=len(files),
        )
        raise Refused(code, field="text")
    with acting(actor):
        _open(actor, now, subject, about, conversation, pair)
        return post_question(
            actor=actor,
            now=now,
            conversation=conversation,
            draft=body,
            key=key,
            about=subject.facts,
            files=files,
        )


def _open(actor: Actor, now: datetime, subject: Subject, about: About, conversation: Ref, pair: UUID) -> None:
    """The thread and its line in the buyer's list, unless they are there; both stay only if the post does."""
    Conversation.objects.bulk_create(
        [
            Conversation(
                seller_id=conversation.seller_id,
                id=conversation.id,
                buyer_id=subject.buyer_id,
                pair=pair,
                market=subject.market,
                order_id=subject.ref.id if about is About.ORDER else None,
                offer_id=subject.ref.id if about is About.OFFER else None,
                title=subject.title,
                started_at=now,
                last_at=now,
                last_side=actor.side.value,
            )
        ],
        ignore_conflicts=True,
    )
    line = BuyerInbox(
        buyer_id=subject.buyer_id,
        conversation_id=conversation.id,
        seller_id=conversation.seller_id,
        last_at=now,
    )
    BuyerInbox.objects.bulk_create([line], ignore_conflicts=True)
