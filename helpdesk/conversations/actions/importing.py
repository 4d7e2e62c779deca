"""Take in one thread of an older system: its place, its entries, its rows; all of it or nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Greatest, Least

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Audience, Chain, ChainName, Draft, Kept
from helpdesk.conversations.actions.beginning import Asking, about_offer, about_sellers_order, open_thread
from helpdesk.conversations.models import BuyerInbox, Conversation, Imported, Message
from helpdesk.conversations.rules import imported
from helpdesk.conversations.terms import Kind, Manner
from helpdesk.conversations.terms.importing import Brought, SaidLine, ThreadLine
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.kernel.shape import Flaw, Misshapen
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace import queries as mirror
from helpdesk.marketplace.terms.kinds import Kind as Named


def take_in(*, actor: Actor, now: datetime, thread: ThreadLine) -> Brought:
    """Store what is new of it, in the caller's transaction and scope.

    Raises Misshapen: it names what is not here, or does not fit what is; nothing is written then.
    """
    asking = _placed(actor, thread)
    hot.lock_chain(chain=imported.thread_key(thread=thread.id))  # the same thread about two things at once
    hot.lock_chain(chain=asking.conversation.id)
    fresh = _fresh(asking, thread)
    if not fresh:
        return Brought(is_new=False, added=0, known=len(thread.messages))
    is_new = _judged(asking, len(fresh) < len(thread.messages))
    _store(actor, now, asking, thread, fresh, is_new=is_new)
    return Brought(is_new=is_new, added=len(fresh), known=len(thread.messages) - len(fresh))


def _refused(code: str, pointer: str, **params: object) -> Misshapen:
    return Misshapen(Flaw(code=code, pointer=pointer, params=params))


def _placed(actor: Actor, thread: ThreadLine) -> Asking:
    """What it is about, with the parties and the market held against what the file says of them."""
    _named(Named.MARKET, thread.market, "/market")
    seller_id = _named(Named.SELLER, thread.seller, "/seller").seller_id
    buyer = _named(Named.BUYER, thread.buyer, "/buyer")
    if thread.order is not None:
        asking = about_sellers_order(actor=actor, order=_order(actor, seller_id, thread.order))
        if asking.subject.buyer_id != buyer.id:
            raise _refused("import.other_buyer", "/buyer", id=thread.buyer)
        if asking.subject.market != thread.market:
            raise _refused("import.other_market", "/market", market=asking.subject.market)
        return asking
    assert thread.offer is not None
    offer = _named(Named.OFFER, thread.offer, "/offer")
    if offer.seller_id != seller_id:
        raise _refused("record.other_seller", "/offer", id=thread.offer)
    asking = about_offer(actor=mirror.launched_for_system(side=Side.BUYER, named=buyer), offer=offer)
    return replace(asking, subject=replace(asking.subject, market=thread.market))


def _named(kind: Named, id: str, pointer: str) -> Ref:
    try:
        return mirror.resolve_for_system(kind=kind, external_id=id)
    except NotFound:
        raise _refused("record.unknown_reference", pointer, kind=kind.value, id=id) from None


def _order(actor: Actor, seller_id: int, said: str) -> Ref:
    """By the Platform's id, or by the number that people see where one order alone has it."""
    try:
        found = mirror.resolve_for_system(kind=Named.ORDER, external_id=said)
    except NotFound:
        numbered = mirror.orders_numbered(actor=actor, seller_id=seller_id, number=said)
        if len(numbered) != 1:
            raise _refused("record.unknown_reference", "/order", kind="order", id=said) from None
        return numbered[0]
    if found.seller_id != seller_id:
        raise _refused("record.other_seller", "/order", id=said)
    return found


def _fresh(asking: Asking, thread: ThreadLine) -> list[SaidLine]:
    """Its messages that are not here, by the instants that it says. Two SQL statements at most.

    Raises Misshapen where the thread is here about something else, or another one has its place.
    """
    key = imported.thread_key(thread=thread.id)
    here = Imported.objects.filter(seller_id=asking.conversation.seller_id)
    if here.filter(thread_key=key).exclude(conversation_id=asking.conversation.id).exists():
        raise _refused("import.elsewhere", "/id")
    known = dict(here.filter(conversation_id=asking.conversation.id).values_list("message_key", "thread_key"))
    if known and key not in known.values():
        raise _refused("import.other_thread", "/order" if thread.order else "/offer")
    fresh = [one for one in thread.messages if _key(thread, one) not in known]
    return sorted(fresh, key=lambda one: one.said_at)


def _key(thread: ThreadLine, message: SaidLine) -> UUID:
    return imported.message_key(thread=thread.id, message=message.id)


def _judged(asking: Asking, is_known: bool) -> bool:
    """Whether the thread is new. Raises Misshapen where people have a live one. One SQL statement."""
    chain = Entry.objects.filter(seller_id=asking.conversation.seller_id, chain=asking.conversation.id)
    last = chain.order_by("-n").values_list("kind", flat=True).first()
    if last in (None, Kind.IMPORTED):
        return last is None
    begun = is_known or chain.filter(n=0, kind=Kind.IMPORTED).exists()
    raise _refused(
        "import.moved_on" if begun else "import.has_thread", "/order" if asking.order else "/offer"
    )


def _store(
    actor: Actor,
    now: datetime,
    asking: Asking,
    thread: ThreadLine,
    fresh: Sequence[SaidLine],
    *,
    is_new: bool,
) -> None:
    seller_id, buyer_id = asking.conversation.seller_id, asking.subject.buyer_id
    pair = marketplace.pair_of(actor=actor, now=now, seller_id=seller_id, buyer_id=buyer_id)
    open_thread(asking=asking, pair=pair, now=now, side=actor.side)
    chain = Chain(
        seller_id=seller_id,
        id=asking.conversation.id,
        name=ChainName.SHARED,
        audience=Audience.BOTH,
        seller=mirror.stand_in_of(seller_id=seller_id),
        pair=pair,
        buyer_id=buyer_id,
    )
    drafts = _drafts(asking, thread, fresh, is_new=is_new)
    kept = archive.append_many(chain=chain, actor=actor, now=now, drafts=drafts)
    _keep(asking, thread, fresh, kept)
    _list(asking, fresh, kept[-1], is_new=is_new)


def _drafts(
    asking: Asking, thread: ThreadLine, fresh: Sequence[SaidLine], *, is_new: bool
) -> Iterator[Draft]:
    """One entry each: the side and the instant as facts that the import claims, the words as values."""
    for place, message in enumerate(fresh):
        source = canonical({"message": message.id, "thread": thread.id})
        about = {"about": asking.subject.facts} if is_new and place == 0 else {}
        yield Draft(
            kind=Kind.IMPORTED,
            key=imported.key_of(thread=thread.id, message=message.id),
            values={"body": message.text.encode(), "source": source, **about},
            facts=_facts(message),
        )


def _facts(message: SaidLine) -> dict[str, int | str]:
    facts: dict[str, int | str] = {
        "manner": Manner.IMPORTED.value,
        "said_at": clock.to_us(message.said_at),
        "side": imported.side_of(who=message.who).value,
    }
    return facts | ({"language": message.language} if message.language else {})


def _keep(asking: Asking, thread: ThreadLine, fresh: Sequence[SaidLine], kept: Sequence[Kept]) -> None:
    """The rows that pages read. Nobody has anything new to read."""
    ref, buyer_id = asking.conversation, asking.subject.buyer_id
    both = list(zip(fresh, kept, strict=True))
    here = {"seller_id": ref.seller_id, "conversation_id": ref.id, "buyer_id": buyer_id}
    Message.objects.bulk_create(
        Message(
            **here,
            id=entry.receipt.entry,
            n=entry.n,
            side=imported.side_of(who=said.who).value,
            language=said.language or "",
            manner=Manner.IMPORTED.value,
            at=entry.receipt.at,
        )
        for said, entry in both
    )
    Imported.objects.bulk_create(
        Imported(
            **here,
            id=entry.receipt.entry,
            n=entry.n,
            side=imported.side_of(who=said.who).value,
            said_at=said.said_at,
            at=entry.receipt.at,
            thread_key=imported.thread_key(thread=thread.id),
            message_key=_key(thread, said),
        )
        for said, entry in both
    )


def _list(asking: Asking, fresh: Sequence[SaidLine], last: Kept, *, is_new: bool) -> None:
    """The last line of thread and list, dated by the days on which it was said, not by that of the import:
    periods go by them, too.
    """
    ref, since, until = asking.conversation, fresh[0].said_at, fresh[-1].said_at
    ended = until if is_new else Greatest("last_at", until)
    Conversation.objects.filter(seller_id=ref.seller_id, id=ref.id).update(
        started_at=since if is_new else Least("started_at", since),
        last_at=ended,
        last_n=last.n,
        last_side=imported.side_of(who=fresh[-1].who).value,
    )
    BuyerInbox.objects.filter(buyer_id=asking.subject.buyer_id, conversation_id=ref.id).update(
        messages=F("messages") + len(fresh), last_at=ended
    )
