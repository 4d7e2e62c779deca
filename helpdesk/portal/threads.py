"""What the two sides' thread pages share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from helpdesk.agreements.queries import agreements_in
from helpdesk.conduct import queries as conduct
from helpdesk.conversations import queries as conversations
from helpdesk.conversations.terms import PAGE, About, Message, Posted, ThreadView
from helpdesk.deadlines import queries as deadlines
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Refusal, RefusalKind
from helpdesk.letters import queries as letters
from helpdesk.marketplace import queries as marketplace
from helpdesk.portal import asks, attaching, drafts, dues, pages, questions, reports, translations
from helpdesk.portal.cases.beside import beside as cases_beside
from helpdesk.portal.errors import STATUS, stands_beside
from helpdesk.portal.hats import Signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A thread with the form below it; `news` is what came since the form's page was opened."""

    thread: ThreadView
    draft: drafts.Draft
    news: Sequence[Message] = ()
    sent_n: int | None = None
    status: int = 200


def sent(*, to: str, posted: Posted) -> HttpResponse:
    """On to the thread, at the new message; reloading that page sends nothing again."""
    return redirect(f"{reverse(to, args=[posted.conversation])}?sent={posted.n}#m{posted.n}")


def asked(
    *,
    request: Signed,
    seller_id: int,
    post: Callable[[drafts.Draft], Posted],
    again: Callable[[drafts.Draft, int], HttpResponse],
) -> HttpResponse:
    """A first question, and on to its thread; a refusal shows the page `again` with the text and why."""
    draft = attaching.read(request=request, seller_id=seller_id)
    try:
        posted = post(draft)
    except Refusal as refusal:
        if not stands_beside(refusal):
            raise
        return again(draft.refused(refusal, seen_n=None), STATUS[refusal.kind])
    return sent(to="buyer:conversation", posted=posted)


def sent_n(request: HttpRequest) -> int | None:
    """The number of the message that this page was opened to show, if any."""
    written = request.GET.get("sent", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else None


def after_n(request: HttpRequest) -> int | None:
    """Where a long thread is to be read from, as its own links say: behind message `n`; None: its latest."""
    written = request.GET.get("after", "")
    known = written.removeprefix("-").isascii() and written.removeprefix("-").isdigit() and len(written) < 10
    return max(int(written), -1) if known else None


def earlier(thread: ThreadView) -> int | None:
    """Behind which message the page before this one begins; None when this is the thread's beginning."""
    first = thread.messages[0].n if thread.messages else 0
    return None if first <= 0 else max(first - 1 - PAGE, -1)


def later(thread: ThreadView) -> int | None:
    """Behind which message the thread goes on; None when its latest stands here."""
    last = thread.messages[-1].n if thread.messages else thread.last_n
    return last if last < thread.last_n else None


def refused(*, thread: ThreadView, draft: drafts.Draft, refusal: Refusal) -> Shown:
    """The page again, with the text as it was typed. Raises refusals that no other text would change."""
    if not stands_beside(refusal):
        raise refusal
    seen = draft.seen_n
    moved = refusal.kind is RefusalKind.CONFLICT and seen is not None
    news = [message for message in thread.messages if moved and message.n > (seen or 0)]
    again = draft.refused(refusal, seen_n=thread.last_n if moved else seen)
    return Shown(thread=thread, draft=again, news=news, status=STATUS[refusal.kind])


def page(
    request: Signed,
    template: str,
    shown: Shown,
    *,
    beside: dict[str, object] | None = None,
    **more: object,
) -> HttpResponse:
    """Render it, with the order that it is about unless the caller knows better what stands `beside` it."""
    thread, actor = shown.thread, request.actor
    ref = thread.conversation
    ticks = conversations.ticks_in(actor=actor, conversation=ref)
    now, events = clock.now(), deadlines.history(actor=actor, seller_id=ref.seller_id, chain=ref.id)
    mine = {message.n for message in thread.messages if message.side is request.actor.side}
    context = {
        "thread": thread,
        "draft": shown.draft,
        "news": shown.news,
        "sent": shown.sent_n in mine,
        "sent_address": actor.side is Side.BUYER and _holds_address(thread, shown.sent_n),
        "earlier": earlier(thread),
        "later": later(thread),
        "events": events,
        "told_of": questions.told(thread=thread, ticks=ticks),
        "questions": questions.waiting(thread=thread, ticks=ticks, draft=shown.draft.ticks),
        "reviews": conduct.told(actor=actor, conversation=ref),
        "promise": dues.promised(events=events, now=now, zone=request.zone),
        "marked": dues.marked(thread=thread, events=events, now=now, zone=request.zone),
        "agreements": agreements_in(actor=actor, now=now, conversation=ref),
        "translations": translations.beside(actor=actor, thread=thread),
        "asks": asks.asks(thread=thread, events=events, now=now) if actor.side is Side.BUYER else None,
    }
    known = about(actor, thread) if beside is None else beside
    context |= cases_beside(actor=actor, thread=thread, now=now, zone=request.zone)
    context["beside"] = letters.beside(actor=actor, conversation=ref)
    context |= reports.beside(actor=actor, thread=thread)
    return pages.render(request, template, context | known | more, status=shown.status)


def _holds_address(thread: ThreadView, n: int | None) -> bool:
    """Whether the message just sent about an order does: there is a better place for it, besides."""
    said = next((one.text for one in thread.messages if one.n == n and one.side is Side.BUYER), None)
    return thread.about is About.ORDER and conversations.holds_address(text=said or "")


def about(actor: Actor, thread: ThreadView) -> dict[str, object]:
    """The order that a thread is about, with its parcels; nothing more is known of an offer's thread."""
    if thread.about is not About.ORDER:
        return {}
    order = marketplace.order_of(actor=actor, order=thread.about_ref)
    given = conversations.handed_over(actor=actor, now=clock.now(), order=order)
    return {
        "order": order,
        "handed": {what.value: one for what, one in given.items()},
        "shipments": marketplace.shipments_of(actor=actor, order=thread.about_ref),
    }
