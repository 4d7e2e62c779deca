"""The beginning of a thread: what a first question is about, and the rows that it opens."""

from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import everything
from helpdesk.conversations import rules
from helpdesk.conversations.actions.refusing import Place, place_unopened
from helpdesk.conversations.models import BuyerInbox, Conversation
from helpdesk.conversations.queries.examining import Scene, scene_about
from helpdesk.conversations.terms import About
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.queries import order_facts, order_of, subject_of_offer, subject_of_order
from helpdesk.marketplace.terms.shown import OrderShown
from helpdesk.marketplace.terms.subject import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A message about an order or an offer, and the one thread that it belongs to, opened or not.

    `bought`: the order as it was read, where it was.
    """

    subject: Subject
    about: About
    conversation: Ref
    bought: OrderShown | None = None

    @property
    def order(self) -> UUID | None:
        """Of a question about an order."""
        return self.subject.ref.id if self.about is About.ORDER else None

    @property
    def offer(self) -> UUID | None:
        """Of a question about an offer."""
        return self.subject.ref.id if self.about is About.OFFER else None

    @property
    def scene(self) -> Scene:
        """Where its words are to be said."""
        return scene_about(subject=self.subject, about=self.about, conversation=self.conversation)

    def place(self, actor: Actor, pair: UUID) -> Place:
        """Where they are kept when they are not."""
        return place_unopened(
            side=actor.side,
            buyer_id=self.subject.buyer_id,
            conversation=self.conversation,
            pair=pair,
            order=self.order,
            offer=self.offer,
            market=self.subject.market,
        )


def about_order(*, actor: Actor, order: Ref) -> Asking:
    """The buyer's own order. Two SQL statements beside the scope's. Raises NotFound."""
    id = rules.thread_about_order(order_id=order.id)
    return Asking(
        subject=subject_of_order(actor=actor, order=order),
        about=About.ORDER,
        conversation=Ref(order.seller_id, id),
    )


def about_sellers_order(*, actor: Actor, order: Ref) -> Asking:
    """An order of the seller's own, for what they write first. Two SQL statements. Raises NotFound."""
    found = order_of(actor=actor, order=order)
    subject = Subject(
        ref=order,
        buyer_id=found.buyer_id,
        market=found.market,
        title=found.number,
        facts=order_facts(order=found),
    )
    id = rules.thread_about_order(order_id=order.id)
    return Asking(subject=subject, about=About.ORDER, conversation=Ref(order.seller_id, id), bought=found)


def about_offer(*, actor: Actor, offer: Ref) -> Asking:
    """An offer on the market of the buyer. Three SQL statements beside the scope's. Raises NotFound."""
    subject = subject_of_offer(actor=actor, offer=offer)
    id = rules.thread_about_offer(offer_id=offer.id, buyer_id=subject.buyer_id)
    return Asking(subject=subject, about=About.OFFER, conversation=Ref(offer.seller_id, id))


def open_thread(*, asking: Asking, pair: UUID, now: datetime, side: Side = Side.BUYER) -> None:
    """The thread and its line in the buyer's list, unless they are there; both stay only if the post does.

    In the scope of whoever writes; the list is the buyer's own, so its line is written in scope all.
    """
    subject, conversation = asking.subject, asking.conversation
    Conversation.objects.bulk_create(
        [
            Conversation(
                seller_id=conversation.seller_id,
                id=conversation.id,
                buyer_id=subject.buyer_id,
                pair=pair,
                market=subject.market,
                order_id=asking.order,
                offer_id=asking.offer,
                title=subject.title,
                started_at=now,
                last_at=now,
                last_side=side.value,
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
    with nullcontext() if side is Side.BUYER else everything():
        BuyerInbox.objects.bulk_create([line], ignore_conflicts=True)
