"""The buyer's side of a thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conversations import actions, queries
from helpdesk.conversations.terms import About, BuyerRow, Manner, ThreadView
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.shown import OrderShown
from helpdesk.notifications import actions as notices
from helpdesk.portal import attaching, composing, drafts, pages, places, restricting, threads
from helpdesk.portal.buyer.order import handed, status_of
from helpdesk.portal.hats import Signed
from helpdesk.standing import queries as standing

_ROWS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thread of the list, with what was bought."""

    thread: BuyerRow
    order: OrderShown | None


@require_safe
@pages.only(Side.BUYER)
def index(request: Signed) -> HttpResponse:
    """The buyer's threads, the latest first."""
    found = queries.buyer_list(actor=request.actor, limit=_ROWS + 1, after=places.read(request))
    last = found[_ROWS - 1] if len(found) > _ROWS else None
    more = places.written(at=last.listed_at, id=last.conversation.id) if last else None
    rows = _rows(request.actor, found[:_ROWS])
    return pages.render(request, "buyer/conversations.html", {"rows": rows, "next": more})


@require_safe
@pages.only(Side.BUYER)
def show(request: Signed, conversation: Ref) -> HttpResponse:
    """By when an answer comes, the record, and the box for another message."""
    after = threads.after_n(request)
    thread = queries.thread(actor=request.actor, conversation=conversation, after_n=after)
    seen = thread.messages[-1].n if thread.messages else thread.last_n
    actions.mark_read(actor=request.actor, now=clock.now(), conversation=conversation, n=seen)
    request.unread = notices.see(actor=request.actor, now=clock.now(), conversation=conversation)
    draft = drafts.fresh(seen_n=seen)
    return page(request, threads.Shown(thread=thread, draft=draft, sent_n=threads.sent_n(request)))


@require_POST
@pages.only(Side.BUYER)
def write(request: Signed, conversation: Ref) -> HttpResponse:
    """Send another message; a refusal keeps the text in the box and says why."""
    draft = attaching.read(request=request, seller_id=conversation.seller_id)
    try:
        posted = actions.post_question(
            actor=request.actor,
            now=clock.now(),
            conversation=conversation,
            draft=draft.text,
            key=draft.key,
            seen_n=draft.seen_n,
            files=attaching.files(draft),
            confirmed=draft.confirmed,
            heard=draft.heard.split(),
        )
    except Refusal as refusal:
        thread = queries.thread(actor=request.actor, conversation=conversation)
        return page(request, threads.refused(thread=thread, draft=draft, refusal=refusal))
    composing.sent(request=request, conversation=conversation)
    return threads.sent(to="buyer:conversation", posted=posted)


def _rows(actor: Actor, threads: Sequence[BuyerRow]) -> list[Row]:
    about = [thread.about_ref for thread in threads if thread.about is About.ORDER]
    orders = marketplace.orders_named(actor=actor, orders=about)
    return [Row(thread=thread, order=orders.get(thread.about_ref)) for thread in threads]


def page(request: Signed, shown: threads.Shown) -> HttpResponse:
    """The thread with what it is about."""
    thread = shown.thread
    seller_id = thread.conversation.seller_id
    shop = standing.seen_of(actor=request.actor, seller_id=seller_id, at=clock.now())
    return threads.page(
        request,
        "buyer/conversation.html",
        shown,
        beside=_beside(request, thread)
        | {"not_open": restricting.to_buyer_in(seen=shop, thread=thread), "grade": shop.grade}
        | composing.beside(request=request, shown=shown),
        answered_at=_answered_at(thread),
    )


def _answered_at(thread: ThreadView) -> datetime | None:
    """When the seller had the last word, once nothing is open; an earlier page does not say."""
    if thread.obligation is not None or threads.later(thread) is not None:
        return None
    parties = [one for one in thread.messages if one.side is not Side.ADMINISTRATOR]
    said = (one for one in reversed(parties) if one.manner not in (Manner.COURTESY, Manner.IMPORTED))
    last = next(said, None)
    return last.at if last is not None and last.side is Side.SELLER else None


def _beside(request: Signed, thread: ThreadView) -> dict[str, object]:
    """The order with what became of it, or the offer as the buyer's market has it."""
    actor, ref = request.actor, thread.about_ref
    if thread.about is About.OFFER:
        return {"offer": marketplace.offer_of(actor=actor, offer=ref, market=thread.market)}
    order = marketplace.order_of(actor=actor, order=ref)
    given = handed(actor=actor, order=order)
    return {
        "order": order,
        "may_turn": True,
        "handed": given,
        "status": status_of(actor=actor, order=order, zone=request.zone),
    }
