"""What decides whether a seller may start: who wrote last, and what became of the order."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, Max, OuterRef, Q

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.models import Message, MessageReason, Mute
from helpdesk.conversations.queries.loading import load
from helpdesk.conversations.rules import (
    Standing,
    Told,
    is_muted,
    open_until,
    refusal_to_start,
    thread_about_order,
    waits,
    words_of,
)
from helpdesk.conversations.terms import Manner
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.queries import buyer_known, fulfilments_of, market_of, order_of
from helpdesk.marketplace.terms.fulfilment import Fulfilment
from helpdesk.marketplace.terms.progress import Progress
from helpdesk.marketplace.terms.shown import OrderShown


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What became of an order and what its buyer was told; `zone` (IANA) is its market's."""

    progress: Progress
    placed_at: datetime
    zone: str
    told: Told


def standing_in(*, actor: Actor, conversation: Ref) -> Standing:
    """Who wrote last there, begun or not. Two SQL statements; nothing for strangers."""
    with acting(actor):
        here = {"seller_id": conversation.seller_id, "conversation_id": conversation.id}
        buyers = Q(side=Side.BUYER.value)
        live = Q(manner=None) | ~Q(manner=Manner.IMPORTED.value)  # what was brought here was not heard here
        last = Message.objects.filter(**here, side__in=[Side.BUYER.value, Side.SELLER.value]).aggregate(
            last_n=Max("n"), heard_n=Max("n", filter=buyers), heard_at=Max("at", filter=buyers & live)
        )
        heard_n = -1 if last["heard_n"] is None else last["heard_n"]
        since = MessageReason.objects.filter(**here, side=Side.SELLER.value, n__gt=heard_n)
        unanswered = since.aggregate(number=Count("id"))["number"]
    if last["last_n"] is None:
        return Standing()
    side = Side.BUYER if last["last_n"] == heard_n else Side.SELLER
    return Standing(last_side=side, heard_at=last["heard_at"], unanswered=unanswered)


def course_of(*, actor: Actor, order: OrderShown | Ref) -> Course:
    """At most six SQL statements. Raises NotFound, for strangers as for nothing."""
    found = order if isinstance(order, OrderShown) else order_of(actor=actor, order=order)
    became = fulfilments_of(actor=actor, orders=[found])[found.ref]
    zone = market_of(actor=actor, code=found.market).time_zone
    return Course(
        progress=became.progress,
        placed_at=found.placed_at,
        zone=zone,
        told=_told(actor, found, became, ZoneInfo(zone)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """Whether a seller may write first about an order until `ends_at`; `code` is what is in the way of all
    but a recall. `thread`: there is one; `waits`: the buyer waits in it for an answer.
    """

    ends_at: datetime
    code: str | None
    thread: Ref | None
    waits: bool


def beginning_of(*, actor: Actor, now: datetime, order: OrderShown) -> Beginning:
    """Nine SQL statements at most. For the order's own seller."""
    thread = Ref(order.ref.seller_id, thread_about_order(order_id=order.ref.id))
    standing = standing_in(actor=actor, conversation=thread)
    course = course_of(actor=actor, order=order)
    ends_at = open_until(
        progress=course.progress, placed_at=course.placed_at, zone=course.zone, heard_at=standing.heard_at
    )
    reason = SellerReason.ORDER_PROBLEM
    begun = standing.last_side is not None
    return Beginning(
        ends_at=ends_at,
        code=refusal_to_start(reason=reason, now=now, ends_at=ends_at, standing=standing),
        thread=thread if begun else None,
        waits=begun and waits(thread=load(actor=actor, conversation=thread, key="").thread),
    )


def muted(*, messages: Collection[Ref]) -> set[Ref]:
    """Those of these messages of which their buyer wants no notice, in the present scope. One SQL statement.

    For whoever tells people of messages; each is kept and can be read all the same.
    """
    ids = {message.id for message in messages}
    rows = MessageReason.objects.filter(
        seller_id__in={message.seller_id for message in messages}, id__in=ids, side=Side.SELLER.value
    )
    standing = Mute.objects.filter(
        seller_id=OuterRef("seller_id"), conversation_id=OuterRef("conversation_id"), lifted_at=None
    )
    found = rows.filter(Exists(standing)).values_list("seller_id", "id", "reason")
    return {Ref(seller_id, id) for seller_id, id, reason in found if is_muted(reason=reason)}


def muted_order(*, actor: Actor, order: Ref) -> bool:
    """Whether the buyer has muted what is said about this order. One SQL statement beside the scope's."""
    thread = thread_about_order(order_id=order.id)
    with acting(actor):
        return Mute.objects.filter(seller_id=order.seller_id, conversation_id=thread, lifted_at=None).exists()


def _told(actor: Actor, order: OrderShown, became: Fulfilment, zone: ZoneInfo) -> Told:
    """A tracking number that is not the record's is news, and so is every other figure."""
    out = [parcel for parcel in became.parcels if parcel.direction == "out"]
    return Told(
        dispatched=any(parcel.dispatched_at for parcel in out),
        delivered=any(parcel.delivered_at for parcel in out),
        refunded=bool(became.refunds),
        words=words_of([*_names(actor, order), *_ways(became, zone)]),
    )


def _names(actor: Actor, order: OrderShown) -> Iterator[str]:
    """Who and what a notice names."""
    with acting(actor):
        buyer, _ = buyer_known(seller_id=order.ref.seller_id, buyer_id=order.buyer_id)
    recipient = (order.delivery_address or {}).get("recipient") or ""
    yield from (order.number, order.external_id, order.seller, actor.name, buyer, str(recipient))
    yield from (line.title for line in order.lines)


def _ways(became: Fulfilment, zone: ZoneInfo) -> Iterator[str]:
    """Parcels and refunds, with their days where the order's market is."""
    for parcel in became.parcels:
        yield from (parcel.carrier, parcel.tracking, parcel.tracking_url)
        yield from _day(parcel.expected_on)
        yield from _day(_local(parcel.dispatched_at, zone))
        yield from _day(_local(parcel.delivered_at, zone))
    for refund in became.refunds:
        yield from (refund.amount.amount, refund.amount.currency)
        yield from _day(_local(refund.done_at, zone))


def _local(at: datetime | None, zone: ZoneInfo) -> date | None:
    return at.astimezone(zone).date() if at else None


def _day(on: date | None) -> Iterator[str]:
    """Its figures, as people write them."""
    if on is not None:
        yield f"{on.day} {on.day:02} {on.month} {on.month:02} {on.year}"
