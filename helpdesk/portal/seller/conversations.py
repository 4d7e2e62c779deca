"""The seller's side of a thread: read it, answer in it."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conversations import actions, queries
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Role, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.portal import drafts, pages, threads
from helpdesk.portal.hats import Signed


@require_safe
@pages.only(Side.SELLER)
def show(request: Signed, conversation: Ref) -> HttpResponse:
    """The record, the open deadline, and the box for the answer."""
    thread = queries.thread(actor=request.actor, conversation=conversation)
    draft = drafts.fresh(seen_n=thread.last_n)
    return _page(request, threads.Shown(thread=thread, draft=draft, sent_n=threads.sent_n(request)))


@require_POST
@pages.only(Side.SELLER)
def reply(request: Signed, conversation: Ref) -> HttpResponse:
    """Send the answer; a refusal keeps the text in the box and says why."""
    draft = drafts.read(request=request)
    try:
        posted = actions.post_reply(
            actor=request.actor,
            now=clock.now(),
            conversation=conversation,
            draft=draft.text,
            key=draft.key,
            seen_n=draft.seen_n,
        )
    except Refusal as refusal:
        thread = queries.thread(actor=request.actor, conversation=conversation)
        return _page(request, threads.refused(thread=thread, draft=draft, refusal=refusal))
    return threads.sent(to="seller:conversation", posted=posted)


def _page(request: Signed, shown: threads.Shown) -> HttpResponse:
    may_write = request.actor.has(Role.OWNER, Role.AGENT)
    return threads.page(request, "seller/conversation.html", shown, may_write=may_write)
