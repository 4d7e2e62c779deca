"""The seller's desk, three panes: the lanes, one conversation, and what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.http import HttpResponse

from helpdesk.cases import queries as cases
from helpdesk.conversations import queries as conversations
from helpdesk.conversations.terms import About, ThreadView
from helpdesk.conversations.terms.inbox import QuietRow
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Role, Side
from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.marketplace.terms.shown import ShipmentShown
from helpdesk.portal import composing, drafts, news, pages, parcels, restricting, starting, threads, words
from helpdesk.portal.announcing import coming_prohibitions
from helpdesk.portal.hats import Signed
from helpdesk.portal.seller import bulk, lanes, strip, views, ways
from helpdesk.portal.seller.lanes import Left
from helpdesk.teamwork import queries as teamwork

_COMING = 2  # announcements that the inbox shows; all of them stand on the public page


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What was just sent from another page, or marked as needing no reply, so that this one can say so."""

    conversation: Ref
    buyer: str
    waived: bool = False


def inbox(*, request: Signed) -> HttpResponse:
    """The lanes, with the most urgent conversation opened beside them."""
    now = clock.now()
    left = lanes.left(request=request, now=now)
    context = _shared(request, now, left) | {"page": "list"}
    if left.most_urgent is None:
        return pages.render(request, "seller/desk.html", context)
    thread = conversations.thread(actor=request.actor, conversation=left.most_urgent.conversation)
    shown = threads.Shown(thread=thread, draft=drafts.fresh(seen_n=thread.last_n))
    return _with_thread(request, shown, context)


def conversation(*, request: Signed, shown: threads.Shown, kept: strip.Kept | None = None) -> HttpResponse:
    """One conversation, with the lanes beside it; `kept` is what a form above its record was refused with."""
    now = clock.now()
    left = lanes.left(request=request, now=now, beside=shown.thread.conversation)
    return _with_thread(request, shown, _shared(request, now, left) | {"page": "thread", "kept": kept})


def _with_thread(request: Signed, shown: threads.Shown, context: dict[str, Any]) -> HttpResponse:
    actor, ref = request.actor, shown.thread.conversation
    earlier = conversations.other_threads(actor=actor, conversation=ref)
    may_write = actor.has(Role.OWNER, Role.AGENT)
    context |= _team(request, ref, context)
    writing = composing.beside(request=request, shown=shown)
    beside = threads.about(actor, shown.thread) | {"may_write": may_write, "other_threads": earlier}
    if may_write:
        beside |= {
            "ways": ways.ways(actor=actor, thread=shown.thread, now=clock.now()),
            "reasons": words.WAIVER_REASONS,
            "starts": starting.starts_in(thread=shown.thread, reasons=restricting.reasons(request=request)),
            "not_open": restricting.to_seller_in(request=request, thread=shown.thread),
            "tellable": _tellable(request, shown.thread, beside),
            "carriers": parcels.NAMES,
        }
    return threads.page(request, "seller/desk.html", shown, beside=context | beside | writing)


def _tellable(request: Signed, thread: ThreadView, beside: dict[str, object]) -> list[news.Offered]:
    """What may be told of the order; nothing in a thread about an offer."""
    if thread.about is not About.ORDER:
        return []
    shipments = cast("Sequence[ShipmentShown]", beside["shipments"])
    now, language = clock.now(), thread.buyer_language
    arrives_on = cases.usual_arrival(actor=request.actor, now=now, market=thread.market)
    return news.offered(
        language=language, now=now, zone=request.zone, arrives_on=arrives_on, shipments=shipments
    )


def _team(request: Signed, ref: Ref, context: dict[str, Any]) -> dict[str, object]:
    now, left = context["now"], context["left"]
    shown = strip.strip(request=request, conversation=ref, left=left, now=now, kept=context.get("kept"))
    return {"strip": shown, "notes": teamwork.notes_of(actor=request.actor, conversation=ref)}


def _shared(request: Signed, now: datetime, left: Left) -> dict[str, Any]:
    said = {"answered": _answered(request, left.quiet), "coming": coming_prohibitions(now=now, most=_COMING)}
    return {"now": now, "left": left, "view": views.query_of(request=request), **said} | bulk.offered(
        request=request, now=now
    )


def _answered(request: Signed, quiet: Sequence[QuietRow]) -> Answered | None:
    """Said only where the list bears it out: an address can be made up, a list cannot."""
    waived = request.GET.get("waived", "")
    try:
        ref = Ref.parse(request.GET.get("answered", waived))
    except InvalidRef:
        return None
    for row in quiet:
        if row.conversation == ref and (waived or row.last_side is Side.SELLER):
            return Answered(conversation=ref, buyer=row.buyer, waived=bool(waived))
    return None
