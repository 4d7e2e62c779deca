"""Appeals of a shop: against a measure or a violation, and what became of them."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.policies import can_appeal
from helpdesk.enforcement.terms.appeals import MAX_APPEAL, Against
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.notifications import actions as notices
from helpdesk.portal import appeals, attaching, drafts, pages
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed


@require_safe
@pages.only(Side.SELLER)
def index(request: Signed) -> HttpResponse:
    """The shop's, the latest first."""
    now = clock.now()
    found = [appeals.told(one, now=now) for one in queries.appeals_of(actor=request.actor)]
    return pages.render(request, "appeals/list.html", {"appeals": found})


@require_safe
@pages.only(Side.SELLER)
def show(request: Signed, appeal: Ref) -> HttpResponse:
    """One with its words, and the decision once there is one."""
    now = clock.now()
    of = queries.appeal_of(actor=request.actor, appeal=appeal)
    request.unread = notices.see(actor=request.actor, now=now, conversation=appeal)
    context: dict[str, Any] = {"one": appeals.told(of, now=now), "sent": request.GET.get("sent") == "1"}
    context |= appeals.evidence(actor=request.actor, of=of) | {"further": of.bodies}
    return pages.render(request, "appeals/one.html", context)


@require_safe
@pages.only(Side.SELLER)
def write(request: Signed, subject: Ref, against: str) -> HttpResponse:
    """The form; whoever has appealed already is led to that appeal."""
    known = queries.appeal_against(actor=request.actor, subject=subject)
    if known is not None:
        return redirect("seller:appeal", known.ref)
    return _form(request, subject, Against(against), drafts.fresh())


@require_POST
@pages.only(Side.SELLER)
def file(request: Signed, subject: Ref, against: str) -> HttpResponse:
    """Send it with what shows that it is right; a refusal keeps what was written and attached."""
    draft = attaching.read(request=request, seller_id=subject.seller_id)
    try:
        kept = actions.file_appeal(
            actor=request.actor,
            now=clock.now(),
            against=against,
            subject=subject,
            words=request.POST.get("words", "").replace("\r\n", "\n"),
            stay=request.POST.get("stay") == "1",
            files=attaching.files(draft),
            key=draft.key,
        )
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        again = draft.refused(refusal, seen_n=None)
        return _form(request, subject, Against(against), again, status=STATUS[refusal.kind])
    response = redirect("seller:appeal", Ref(kept.seller_id, kept.receipt.entry))
    response["Location"] += "?sent=1"
    return response


def _form(
    request: Signed, subject: Ref, against: Against, draft: drafts.Draft, *, status: int = 200
) -> HttpResponse:
    of = queries.appealable(actor=request.actor, against=against, subject=subject)
    context: dict[str, Any] = {
        "of": of,
        "what": appeals.named(against, of.code),
        "may_stay": of.may_stand_still(at=clock.now()),
        "is_open": not of.is_gone and clock.now() < of.until,
        "may_appeal": can_appeal(actor=request.actor),
        "days": queries.appeal_days(),
        "longest": MAX_APPEAL,
        "words": request.POST.get("words", ""),
        "stay": request.POST.get("stay") == "1",
        "draft": draft,
        "uploads": reverse("seller:uploads"),
    }
    return pages.render(request, "appeals/form.html", context, status=status)
