"""The seller's side of a thread: read it, answer in it."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conversations import actions, queries
from helpdesk.conversations.terms import Posted
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, Refusal
from helpdesk.notifications import actions as notices
from helpdesk.portal import attaching, composing, drafts, pages, starting, threads
from helpdesk.portal.hats import Signed
from helpdesk.portal.seller import desk, views
from helpdesk.teamwork import queries as teamwork
from helpdesk.teamwork.terms import EVERYTHING


@require_safe
@pages.only(Side.SELLER)
def show(request: Signed, conversation: Ref) -> HttpResponse:
    """The record, the open deadline, and the box for the answer."""
    after = threads.after_n(request)
    thread = queries.thread(actor=request.actor, conversation=conversation, after_n=after)
    request.unread = notices.see(actor=request.actor, now=clock.now(), conversation=conversation)
    draft = drafts.fresh(seen_n=thread.last_n)
    shown = threads.Shown(thread=thread, draft=draft, sent_n=threads.sent_n(request))
    return desk.conversation(request=request, shown=shown)


@require_POST
@pages.only(Side.SELLER)
def reply(request: Signed, conversation: Ref) -> HttpResponse:
    """Send the answer; a refusal keeps the text in the box and says why."""
    draft = attaching.read(request=request, seller_id=conversation.seller_id)
    try:
        posted = actions.post_reply(
            actor=request.actor,
            now=clock.now(),
            conversation=conversation,
            draft=draft.text,
            key=draft.key,
            seen_n=draft.seen_n,
            manner=draft.manner,
            promise_on=draft.promise_on,
            files=attaching.files(draft),
            confirmed=draft.confirmed,
            heard=draft.heard.split(),
            ticks=draft.ticks,
            reason=starting.sellers_reason(draft=draft),
        )
    except Refusal as refusal:
        thread = queries.thread(actor=request.actor, conversation=conversation)
        shown = threads.refused(thread=thread, draft=draft, refusal=refusal)
        return desk.conversation(request=request, shown=shown)
    composing.sent(request=request, conversation=conversation)
    if draft.then:
        return _next(request, posted)
    return threads.sent(to="seller:conversation", posted=posted)


@require_POST
@pages.only(Side.SELLER)
def waive(request: Signed, conversation: Ref) -> HttpResponse:
    """Mark the open question as needing no reply; a refusal keeps what stands in the box."""
    draft = attaching.read(request=request, seller_id=conversation.seller_id)
    try:
        posted = actions.waive_reply(
            actor=request.actor,
            now=clock.now(),
            conversation=conversation,
            reason=_reason(request),
            key=draft.key,
            seen_n=draft.seen_n,
        )
    except Refusal as refusal:
        thread = queries.thread(actor=request.actor, conversation=conversation)
        shown = threads.refused(thread=thread, draft=draft, refusal=refusal)
        return desk.conversation(request=request, shown=shown)
    return _next(request, posted, said="waived")


def _reason(request: Signed) -> WaiverReason:
    try:
        return WaiverReason(request.POST.get("reason", ""))
    except ValueError:
        raise Invalid("form.damaged", field="reason") from None


def _next(request: Signed, posted: Posted, *, said: str = "answered") -> HttpResponse:
    """On to what is now the most urgent of the view; to the inbox, and its peace, when nobody waits there."""
    said = urlencode({said: str(posted.conversation)})
    view = views.view_of(request=request)
    if view != EVERYTHING:
        said = f"{urlencode({'view': str(view)})}&{said}"
    rows = teamwork.inbox_in(actor=request.actor, now=clock.now(), view=view, limit=1, market=request.market)
    if not rows:
        return redirect(f"{reverse('seller:inbox')}?{said}")
    page = reverse("seller:conversation", args=[rows[0].conversation])
    return redirect(f"{page}?{said}#m{rows[0].n}")
