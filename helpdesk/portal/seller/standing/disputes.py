"""One obligation of the shop's, the way to dispute what it counts as, and what became of disputes."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.notifications import actions as notices
from helpdesk.portal import drafts, obligations, pages, places
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed
from helpdesk.portal.seller.standing.rows import rows
from helpdesk.standing import actions, queries
from helpdesk.standing.terms.disputes import BUSINESS_DAYS, MAX_WORDS
from helpdesk.standing.words import CLAIMS, RULED

_PAGE = 25


@require_safe
@pages.only(Side.SELLER)
def index(request: Signed) -> HttpResponse:
    """What the shop disputed, the latest first, with each decision."""
    now = clock.now()
    found = queries.own_disputes(actor=request.actor, limit=_PAGE + 1, after=places.read(request))
    last = found[_PAGE - 1] if len(found) > _PAGE else None
    context = {
        "disputes": [obligations.told(one, now=now) for one in found[:_PAGE]],
        "next": places.written(at=last.at, id=last.ref.id) if last else "",
    }
    return pages.render(request, "standing/disputes.html", context)


@require_safe
@pages.only(Side.SELLER)
def show(request: Signed, point: Ref) -> HttpResponse:
    """The obligation with what it weighs and why, and the form where it may be disputed."""
    return _page(request, point)


@require_POST
@pages.only(Side.SELLER)
def dispute(request: Signed, point: Ref) -> HttpResponse:
    """Send it; a refusal keeps what was written."""
    form = request.POST
    try:
        actions.dispute_verdict(
            actor=request.actor,
            now=clock.now(),
            point=point,
            claim=form.get("claim", ""),
            words=form.get("words", "").replace("\r\n", "\n"),
            key=drafts.key_of(form),
        )
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        return _page(request, point, said=drafts.said(refusal), status=STATUS[refusal.kind])
    response = redirect("seller:standing_point", point)
    response["Location"] += "?sent=1"
    return response


def _page(request: Signed, point: Ref, *, said: drafts.Said | None = None, status: int = 200) -> HttpResponse:
    actor, now = request.actor, clock.now()
    found = queries.own_point(actor=actor, now=now, point=point)
    request.unread = notices.see(actor=actor, now=now, conversation=point)
    [row] = rows(actor=actor, now=now, lines=[found.line], score=found.score, weights=found.weights)
    context: dict[str, Any] = {
        "ref": point,
        "row": row,
        "disputes": [obligations.told(one, now=now) for one in found.disputes],
        "ruling": found.ruling,
        "ruled": RULED[found.ruling.ruled] if found.ruling else "",
        "may_dispute": found.may_dispute,
        "claims": [(code.value, name) for code, name in CLAIMS.items()],
        "days": BUSINESS_DAYS,
        "longest": MAX_WORDS,
        "chosen": request.POST,
        "key": drafts.fresh().key,
        "refusal": said,
        "sent": request.GET.get("sent") == "1",
    }
    return pages.render(request, "standing/point.html", context, status=status)
