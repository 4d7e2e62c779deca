"""Measures at the desk: what is proposed, what persons decide, and what is lifted."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from helpdesk.enforcement import actions, policies, queries
from helpdesk.enforcement.terms import MAX_EXPLANATION, Choice, Exemption, MeasureKind, ProposalShown
from helpdesk.enforcement.words import EXEMPTIONS
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, Refusal
from helpdesk.notifications import actions as notices
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed
from helpdesk.portal.measures import printed, told

_SETTLED = 15


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """What waits for a decision, what may come to it, and the latest measures."""
    actor, now = request.actor, clock.now()
    context = {
        "waiting": [told.proposal(one) for one in queries.waiting(actor=actor)],
        "incidents": queries.incidents(actor=actor, now=now),
        "measures": [told.measure(one, now=now) for one in queries.measures_of(actor=actor, limit=_SETTLED)],
        "settled": [told.proposal(one) for one in queries.settled(actor=actor, limit=_SETTLED)],
        "done": request.GET.get("done", ""),
    }
    return pages.render(request, "measures/desk.html", context)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def proposal(request: Signed, proposal: Ref) -> HttpResponse:
    """One with its facts, what it would do, and the statement as the Seller would read it."""
    return _proposal(request, proposal)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def approve(request: Signed, proposal: Ref) -> HttpResponse:
    """One person's approval; the last that is needed imposes it. A refusal keeps what was written."""
    form = request.POST
    try:
        done = actions.approve_measure(
            actor=request.actor,
            now=clock.now(),
            proposal=proposal,
            choice=_choice(form.get("measure", ""), form.get("exemption", ""), request),
            key=drafts.key_of(form),
        )
    except Refusal as refusal:
        return _again(request, proposal, refusal)
    return _done("imposed" if done.measure else "waits")


@require_POST
@pages.only(Side.ADMINISTRATOR)
def decline(request: Signed, proposal: Ref) -> HttpResponse:
    """Nothing is done, and the Seller is told nothing."""
    form = request.POST
    try:
        actions.decline_measure(
            actor=request.actor,
            now=clock.now(),
            proposal=proposal,
            reason=_words(request),
            key=drafts.key_of(form),
        )
    except Refusal as refusal:
        return _again(request, proposal, refusal)
    return _done("declined")


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, measure: Ref) -> HttpResponse:
    """One measure as it was told, and the way to lift it."""
    return _measure(request, measure)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def pdf(request: Signed, measure: Ref) -> HttpResponse:
    """As the Seller has it."""
    return printed.statement(
        shown=queries.measure_of(actor=request.actor, measure=measure), zone=request.zone
    )


@require_POST
@pages.only(Side.ADMINISTRATOR)
def lift(request: Signed, measure: Ref) -> HttpResponse:
    """What it took is given back at once; the Seller reads why."""
    form = request.POST
    try:
        actions.lift_measure(
            actor=request.actor,
            now=clock.now(),
            measure=measure,
            reason=_words(request),
            key=drafts.key_of(form),
        )
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        return _measure(request, measure, said=drafts.said(refusal), status=STATUS[refusal.kind])
    return _done("lifted")


def _words(request: Signed) -> str:
    return request.POST.get("reason", "").replace("\r\n", "\n")


def _choice(measure: str, exemption: str, request: Signed) -> Choice:
    """Raises Invalid for codes that nobody was offered."""
    if measure not in list(MeasureKind) or exemption not in ("", *Exemption):
        raise Invalid("measure.not_of_track", field="measure")
    return Choice(
        measure=MeasureKind(measure),
        grave=request.POST.get("grave") == "1",
        exemption=Exemption(exemption) if exemption else None,
        reason=_words(request),
    )


def _again(request: Signed, proposal: Ref, refusal: Refusal) -> HttpResponse:
    if refusal.kind not in BESIDE_THE_TEXT:
        raise refusal
    return _proposal(request, proposal, said=drafts.said(refusal), status=STATUS[refusal.kind])


def _done(what: str) -> HttpResponse:
    response = redirect("administrator:enforcement")
    response["Location"] += f"?done={what}"
    return response


def _proposal(
    request: Signed, proposal: Ref, *, said: drafts.Said | None = None, status: int = 200
) -> HttpResponse:
    actor, now = request.actor, clock.now()
    found = queries.proposal_of(actor=actor, proposal=proposal)
    request.unread = notices.see(actor=actor, now=now, conversation=proposal)
    approved = next(iter(found.decisions), None)
    chosen = approved.measure if approved else found.step.kind
    may_decide = policies.can_decide(actor=actor) and found.outcome is None
    context: dict[str, Any] = {
        "one": told.proposal(found),
        "answers": told.answers(found.basis),
        "violations": told.found(seller_id=proposal.seller_id, violations=found.basis.violations),
        "statement": _preview(request, found, chosen),
        "may_decide": may_decide and actor.person not in {one.person for one in found.decisions},
        "has_decided": actor.person in {one.person for one in found.decisions},
        "choices": told.choices(),
        "chosen": request.POST.get("measure", chosen.value),
        "grave": request.POST.get("grave") == "1" or bool(approved and approved.grave),
        "exemption": request.POST.get("exemption", (approved.exemption or "") if approved else ""),
        "exemptions": [(code.value, name) for code, name in EXEMPTIONS.items()],
        "words": request.POST.get("reason", ""),
        "longest": MAX_EXPLANATION,
        "key": drafts.fresh().key,
        "refusal": said,
    }
    return pages.render(request, "measures/proposal.html", context, status=status)


def _preview(request: Signed, found: ProposalShown, chosen: MeasureKind) -> object:
    """The statement as it would be told now; none once it is settled."""
    if found.outcome is not None:
        return None
    reason = next((one.reason for one in found.decisions if one.reason), "")
    choice = Choice(measure=chosen, grave=any(one.grave for one in found.decisions), reason=reason)
    return queries.preview(actor=request.actor, now=clock.now(), proposal=found.id, choice=choice)


def _measure(
    request: Signed, measure: Ref, *, said: drafts.Said | None = None, status: int = 200
) -> HttpResponse:
    actor, now = request.actor, clock.now()
    found = queries.measure_of(actor=actor, measure=measure)
    context = {
        "one": told.measure(found, now=now),
        "seller": queries.seller_name(actor=actor, seller_id=found.seller_id),
        "statement": found.statement,
        "violations": told.found(seller_id=found.seller_id, violations=found.basis.violations),
        "proposal": Ref(found.seller_id, found.proposal),
        "may_lift": policies.can_lift(actor=actor) and found.lifted_at is None,
        "words": request.POST.get("reason", ""),
        "longest": MAX_EXPLANATION,
        "key": drafts.fresh().key,
        "refusal": said,
    }
    return pages.render(request, "measures/desk_measure.html", context, status=status)
