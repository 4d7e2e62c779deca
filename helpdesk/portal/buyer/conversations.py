"""The buyer's side of a thread."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conversations import actions, queries
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.portal import drafts, pages, threads
from helpdesk.portal.hats import Signed


@require_safe
@pages.only(Side.BUYER)
def index(request: Signed) -> HttpResponse:
    """The buyer's threads, the latest first."""
    rows = queries.buyer_list(actor=request.actor)
    return pages.render(request, "buyer/conversations.html", {"rows": rows})


@require_safe
@pages.only(Side.BUYER)
def show(request: Signed, conversation: Ref) -> HttpResponse:
    """By when an answer comes, the record, and the box for another message."""
    thread = queries.thread(actor=request.actor, conversation=conversation)
    actions.mark_read(actor=request.actor, now=clock.now(), conversation=conversation, n=thread.last_n)
    draft = drafts.fresh(seen_n=thread.last_n)
    return _page(request, threads.Shown(thread=thread, draft=draft, sent_n=threads.sent_n(request)))


@require_POST
@pages.only(Side.BUYER)
def write(request: Signed, conversation: Ref) -> HttpResponse:
    """Send another message; a refusal keeps the text in the box and says why."""
    draft = drafts.read(request=request)
    try:
        posted = actions.post_question(
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
    return threads.sent(to="buyer:conversation", posted=posted)


def _page(request: Signed, shown: threads.Shown) -> HttpResponse:
    return threads.page(request, "buyer/conversation.html", shown)
