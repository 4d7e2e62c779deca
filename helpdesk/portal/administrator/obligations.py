"""What a Seller owed in one conversation: left out of the score with a reason, or put back."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from helpdesk.archive.terms import Kept
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.oversight import actions, queries
from helpdesk.portal import drafts, obligations, pages
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed
from helpdesk.standing.policies import can_settle
from helpdesk.standing.terms.disputes import EXCLUDING, MAX_WORDS
from helpdesk.standing.words import RULED


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, conversation: Ref) -> HttpResponse:
    """All of them, the latest first; it needs the file open."""
    return _page(request, conversation)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def exclude(request: Signed, conversation: Ref, point: Ref) -> HttpResponse:
    """It counts neither way from now on."""
    return _ruled(
        request,
        conversation,
        lambda words, key: actions.exclude_obligation(
            actor=request.actor,
            now=clock.now(),
            point=point,
            reason=request.POST.get("reason", ""),
            words=words,
            key=key,
        ),
    )


@require_POST
@pages.only(Side.ADMINISTRATOR)
def include(request: Signed, conversation: Ref, point: Ref) -> HttpResponse:
    """It counts again as if nobody had ruled."""
    return _ruled(
        request,
        conversation,
        lambda words, key: actions.include_obligation(
            actor=request.actor, now=clock.now(), point=point, words=words, key=key
        ),
    )


def _ruled(request: Signed, conversation: Ref, rule: Callable[[str, str], Kept]) -> HttpResponse:
    try:
        rule(request.POST.get("words", "").replace("\r\n", "\n"), drafts.key_of(request.POST))
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        return _page(request, conversation, said=drafts.said(refusal), status=STATUS[refusal.kind])
    response = redirect("administrator:obligations", conversation)
    response["Location"] += "?done=1"
    return response


def _page(
    request: Signed, conversation: Ref, *, said: drafts.Said | None = None, status: int = 200
) -> HttpResponse:
    actor, now = request.actor, clock.now()
    found = queries.read_obligations(actor=actor, now=now, conversation=conversation)
    context = {
        "conversation": conversation,
        "owed": [
            obligations.seen(point, ruling, seller_id=conversation.seller_id, now=now)
            | {"key": drafts.fresh().key}
            for point, ruling in found
        ],
        "may_rule": can_settle(actor=actor),
        "reasons": [(one.value, RULED[one]) for one in EXCLUDING],
        "longest": MAX_WORDS,
        "refusal": said,
        "done": request.GET.get("done") == "1",
    }
    return pages.render(request, "administrator/obligations.html", context, status=status)
