"""Threads as retention sees them: how old, about what, and on which chains their words lie."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from helpdesk.archive.queries import erasures
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.conversations.models import Attempt, BuyerInbox, Conversation, HandedOver, Message
from helpdesk.conversations.rules import backstage, handed_over
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.queries import stand_in_of, stand_ins_of

_BEHIND = (Audience.SELLER, Audience.OPERATOR, Audience.BUYER)
_BESIDE = (Audience.BOTH, Audience.BUYER)  # what the courier needs, the account for refunds


@dataclass(frozen=True, slots=True, kw_only=True)
class Spared:
    """What is not to be found: threads, orders, sellers and buyers."""

    threads: Sequence[UUID] = field(default_factory=tuple)
    orders: Sequence[UUID] = field(default_factory=tuple)
    sellers: Sequence[int] = field(default_factory=tuple)
    buyers: Sequence[UUID] = field(default_factory=tuple)

    def threads_hit(self) -> Q:
        """Conversations under one of them."""
        return (
            Q(id__in=self.threads)
            | Q(order_id__isnull=False, order_id__in=self.orders)
            | Q(seller_id__in=self.sellers)
            | Q(buyer_id__in=self.buyers)
        )


def old_threads(
    *,
    about_order: bool,
    before: datetime,
    limit: int,
    spared: Spared,
    markets: Sequence[str] | None = None,
    other_than: Sequence[str] = (),
    after: tuple[datetime, UUID] | None = None,
) -> list[Conversation]:
    """Threads last spoken in before an instant that have words left, in the present scope, the oldest first.

    Of these `markets` (None: of all) but not of those in `other_than`; `after` is (last_at, id) of the last
    one seen. One SQL statement.
    """
    found = Conversation.objects.filter(order_id__isnull=not about_order, last_at__lt=before)
    found = found.exclude(spared.threads_hit()).exclude(market__in=other_than)
    if markets is not None:
        found = found.filter(market__in=markets)
    if after is not None:
        found = found.filter(Q(last_at__gt=after[0]) | Q(last_at=after[0], id__gt=after[1]))
    return list(_with_words(found).order_by("last_at", "id")[:limit])


def held_threads(
    *,
    about_order: bool,
    before: datetime,
    limit: int,
    held: Spared,
    markets: Sequence[str] | None = None,
    other_than: Sequence[str] = (),
) -> list[Conversation]:
    """The opposite: old threads with words that are spared. One SQL statement."""
    found = Conversation.objects.filter(
        held.threads_hit(), order_id__isnull=not about_order, last_at__lt=before
    )
    found = found.exclude(market__in=other_than)
    if markets is not None:
        found = found.filter(market__in=markets)
    return list(_with_words(found).order_by("last_at", "id")[:limit])


def _with_words(threads: QuerySet[Conversation]) -> QuerySet[Conversation]:
    """Those of which a message is not ordered to go."""
    gone = erasures().filter(seller_id=OuterRef("seller_id"), id=OuterRef("id"))
    said = Message.objects.filter(seller_id=OuterRef("seller_id"), conversation_id=OuterRef("id"))
    return threads.filter(Exists(said.exclude(Exists(gone))))


def emptied(*, threads: Iterable[tuple[int, UUID]]) -> list[tuple[int, UUID]]:
    """Those of which every message is ordered to go, in the present scope. One SQL statement each."""
    return [
        (seller_id, id)
        for seller_id, id in threads
        if not _with_words(Conversation.objects.filter(seller_id=seller_id, id=id)).exists()
    ]


def old_attempts(*, before: datetime, limit: int, spared: Spared) -> list[Attempt]:
    """Refused texts from before an instant that are not ordered to go, in the present scope, oldest first.

    Not of spared threads, sellers and buyers; an order's is spared with its thread. One SQL statement.
    """
    gone = erasures().filter(seller_id=OuterRef("seller_id"), id=OuterRef("id"))
    under = Conversation.objects.filter(seller_id=OuterRef("seller_id"), id=OuterRef("conversation_id"))
    found = Attempt.objects.filter(at__lt=before).exclude(Exists(gone))
    found = found.exclude(
        Q(conversation_id__in=spared.threads)
        | Q(seller_id__in=spared.sellers)
        | Q(buyer_id__in=spared.buyers)
        | Exists(under.filter(order_id__isnull=False, order_id__in=spared.orders))
    )
    return list(found.order_by("at", "id")[:limit])


def old_handed_over(*, before: datetime, limit: int, spared: Spared) -> list[HandedOver]:
    """What buyers handed over before an instant and is not ordered to go, in the present scope, oldest first.

    Not of spared threads, orders, sellers and buyers. One SQL statement.
    """
    gone = erasures().filter(seller_id=OuterRef("seller_id"), id=OuterRef("id"))
    found = HandedOver.objects.filter(at__lt=before).exclude(Exists(gone))
    found = found.exclude(
        Q(conversation_id__in=spared.threads)
        | Q(order_id__in=spared.orders)
        | Q(seller_id__in=spared.sellers)
        | Q(buyer_id__in=spared.buyers)
    )
    return list(found.order_by("at", "id")[:limit])


def handed_over_by(*, buyer: UUID) -> Iterable[HandedOver]:
    """All that a buyer handed over, in the present scope."""
    return HandedOver.objects.filter(buyer_id=buyer).order_by("at", "id")


def chain_of_handed_over(*, row: HandedOver) -> Chain:
    """The chain on which it lies, whether or not a thread was opened. Two SQL statements."""
    seller, pair = stand_ins_of(seller_id=row.seller_id, buyer_id=row.buyer_id)
    chains = _chains(Ref(row.seller_id, row.conversation_id), seller, pair, row.buyer_id)
    id = handed_over(conversation=row.conversation_id, audience=Audience(row.audience))
    return next(chain for chain in chains if chain.id == id)


def threads_of_buyer(*, buyer: UUID) -> list[Ref]:
    """All of a buyer's threads, in the present scope. One SQL statement."""
    lines = BuyerInbox.objects.filter(buyer_id=buyer).values_list("seller_id", "conversation_id")
    return [Ref(*line) for line in lines]


def chains_of_thread(*, thread: Conversation) -> list[Chain]:
    """The shared chain and those behind it, in the present scope. One SQL statement."""
    seller = stand_in_of(seller_id=thread.seller_id)
    return _chains(Ref(thread.seller_id, thread.id), seller, thread.pair, thread.buyer_id)


def chains_of_attempt(*, attempt: Attempt) -> Chain:
    """The chain on which a refused text lies, also where it opened no thread. Two SQL statements."""
    seller, pair = stand_ins_of(seller_id=attempt.seller_id, buyer_id=attempt.buyer_id)
    ref = Ref(attempt.seller_id, attempt.conversation_id)
    chains = _chains(ref, seller, pair, attempt.buyer_id)
    behind = (chain for chain in chains[1:] if chain.audience == attempt.audience)
    return next(behind)  # those of what was handed over stand last


def attempts_of_buyer(*, buyer: UUID) -> Iterable[Attempt]:
    """Refused texts in a buyer's threads, and those that opened none, in the present scope."""
    return Attempt.objects.filter(buyer_id=buyer).order_by("at", "id")


def messages_named(*, conversation: Ref, numbers: Sequence[int]) -> dict[int, UUID]:
    """Entries of messages by their number, in the present scope, those that are there. One SQL statement."""
    here = Message.objects.filter(seller_id=conversation.seller_id, conversation_id=conversation.id)
    return dict(here.filter(n__in=list(numbers)).order_by("n").values_list("n", "id"))


def _chains(ref: Ref, seller: UUID, pair: UUID, buyer_id: UUID) -> list[Chain]:
    ids = [(ref.id, ChainName.SHARED, Audience.BOTH)]
    ids += [(backstage(conversation=ref.id, audience=a), ChainName.BACKSTAGE, a) for a in _BEHIND]
    ids += [(handed_over(conversation=ref.id, audience=a), ChainName.BACKSTAGE, a) for a in _BESIDE]
    return [
        Chain(
            seller_id=ref.seller_id,
            id=id,
            name=name,
            audience=audience,
            seller=seller,
            pair=pair,
            buyer_id=buyer_id,
        )
        for id, name, audience in ids
    ]
