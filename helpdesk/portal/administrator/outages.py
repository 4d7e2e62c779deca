"""Outages at the desk: proposals first, then how to declare one, then what was published."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.deadlines import actions, policies, queries
from helpdesk.deadlines.terms.outages import MAX_NOTE
from helpdesk.deadlines.words import DISMISSALS, OUTAGE_REASONS
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Forbidden, NotFound, Refusal, RefusalKind
from helpdesk.portal import drafts, pages
from helpdesk.portal.administrator.declarations import Declaration, read
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed
from helpdesk.portal.outages import told

_RECENT = 5  # published ones; the rest is on the public page


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """What waits for a decision, a form to declare, and what was published last."""
    return _index(request, Declaration())


@require_POST
@pages.only(Side.ADMINISTRATOR)
def declare(request: Signed) -> HttpResponse:
    """One proposal; what was wrong with it stands above the form, which keeps what was typed."""
    form = read(request.POST)
    try:
        declared = actions.declare_outage(
            actor=request.actor,
            now=clock.now(),
            starts_at=form.instant(form.starts, zone=request.zone, field="starts_at"),
            ends_at=form.instant(form.ends, zone=request.zone, field="ends_at", is_end=True),
            reason=form.reason,
            note=form.note,
            certain=form.certain,
            key=form.key,
        )
    except Forbidden:
        raise
    except Refusal as refusal:
        return _index(request, form.refused(refusal), status=STATUS[refusal.kind])
    return redirect("administrator:outage", declared.id)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, proposal: UUID) -> HttpResponse:
    """One proposal, and what publishing it would do."""
    return _proposal(request, proposal)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def publish(request: Signed, proposal: UUID) -> HttpResponse:
    """For everybody, from now on."""
    form = read(request.POST)
    try:
        published = actions.publish_outage(
            actor=request.actor,
            now=clock.now(),
            proposal=proposal,
            key=form.key,
            reason=form.reason,
            note=form.note,
        )
    except (Forbidden, NotFound):
        raise
    except Refusal as refusal:
        return _again(request, proposal, refusal)
    return redirect(f"{reverse('administrator:outages')}#outage-{published.number}")


@require_POST
@pages.only(Side.ADMINISTRATOR)
def dismiss(request: Signed, proposal: UUID) -> HttpResponse:
    """It is not published, and why."""
    why = request.POST.get("why", "")
    try:
        actions.dismiss_outage(actor=request.actor, now=clock.now(), proposal=proposal, why=why)
    except (Forbidden, NotFound):
        raise
    except Refusal as refusal:
        return _again(request, proposal, refusal)
    return redirect("administrator:outages")


def _again(request: Signed, proposal: UUID, refusal: Refusal) -> HttpResponse:
    """The page with what was wrong; one that somebody else has settled is no longer there to show."""
    if refusal.kind is RefusalKind.CONFLICT:
        return _index(request, Declaration().refused(refusal), status=STATUS[refusal.kind])
    return _proposal(request, proposal, refusal=refusal)


def _index(request: Signed, form: Declaration, *, status: int = 200) -> HttpResponse:
    zone = request.zone
    context = {
        "proposals": [told(one, zone=zone) for one in queries.proposed_outages(actor=request.actor)],
        "published": [
            told(one, zone=zone) for one in queries.published_outages_for_system(limit=_RECENT + 1)
        ],
        "recent": _RECENT,
        "may_declare": policies.can_declare_outage(request.actor),
        "form": form,
        "latest": form.written(clock.now(), zone=zone),
    }
    return pages.render(request, "administrator/outages.html", {**context, **_choices()}, status=status)


def _proposal(request: Signed, proposal: UUID, *, refusal: Refusal | None = None) -> HttpResponse:
    actor, now = request.actor, clock.now()
    found = queries.proposed_outage(actor=actor, id=proposal)
    context = {
        "outage": told(found, zone=request.zone),
        "foreseen": queries.foreseen_of_outage(actor=actor, now=now, proposal=found),
        "may_publish": policies.can_publish_outage(actor),
        "form": read(request.POST) if refusal else Declaration(reason=found.reason.value, note=found.note),
        "refusal": refusal and drafts.said(refusal),
        "dismissals": DISMISSALS.items(),
    }
    status = STATUS[refusal.kind] if refusal else 200
    return pages.render(request, "administrator/outage.html", {**context, **_choices()}, status=status)


def _choices() -> dict[str, Any]:
    return {"reasons": OUTAGE_REASONS.items(), "limit": MAX_NOTE}
