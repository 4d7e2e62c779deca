"""One case before the Platform: opened with the case as the reason, read from both sides, decided."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from helpdesk.cases import queries as cases
from helpdesk.cases.policies import can_decide
from helpdesk.cases.terms.deeds import CaseShown, StepShown
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.oversight import actions, queries
from helpdesk.oversight.terms import Reason
from helpdesk.portal import drafts, pages
from helpdesk.portal.administrator import reviews
from helpdesk.portal.administrator.escalations.listing import row
from helpdesk.portal.cases import forms, views
from helpdesk.portal.errors import STATUS, stands_beside
from helpdesk.portal.hats import Signed

_DECIDING = ("decide", "decide_appeal")


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, case: Ref) -> HttpResponse:
    """Both sides' words and evidence while a reading is in force, else the way to open them."""
    found = cases.case_of(actor=request.actor, now=clock.now(), case=case)
    return _page(request, found, drafts.fresh(seen_n=found.last_n))


@require_POST
@pages.only(Side.ADMINISTRATOR)
def open_file(request: Signed, case: Ref) -> HttpResponse:
    """The case is the reason."""
    found = cases.case_of(actor=request.actor, now=clock.now(), case=case)
    return reviews.opened(
        request,
        conversation=found.conversation,
        reason=Reason.APPEAL if found.stage == "appealed" else Reason.DISPUTE,
        to="administrator:case",
        of=case,
        item=case,
    )


@require_POST
@pages.only(Side.ADMINISTRATOR)
def step(request: Signed, case: Ref) -> HttpResponse:
    """What the Platform does; a refusal keeps what was typed and says why."""
    found = cases.case_of(actor=request.actor, now=clock.now(), case=case)
    name, draft = request.POST.get("step", "")[:40], drafts.read(request=request)
    take = partial(actions.take_case_step, actor=request.actor, case=case, step=name, key=draft.key)
    try:
        take(
            now=clock.now(),
            given=forms.given(form=request.POST, case=found, step=name),
            words="" if draft.text.strip() == frame().strip() else draft.text,
            seen_n=draft.seen_n,
        )
    except Refusal as refusal:
        if not stands_beside(refusal):
            raise
        again = replace(draft, side=Side.ADMINISTRATOR).refused(refusal, seen_n=found.last_n)
        typed, status = forms.typed(form=request.POST), STATUS[refusal.kind]
        return _page(
            request, found, again, step=name, typed=typed, invalid=refusal.field or "", status=status
        )
    if name in _DECIDING:
        return redirect(f"{reverse('administrator:escalations')}?done=1")
    return redirect(f"{reverse('administrator:case', args=[case])}?done=1")


def frame() -> str:
    """What reasons are made of, for whoever decides to fill in; sent as it is, it counts as none."""
    parts = (
        gettext("What they disagree about:"),
        gettext("What the evidence shows:"),
        gettext("Why we decide so:"),
        gettext("What happens now:"),
    )
    return "\n\n".join(parts)


def _page(
    request: Signed,
    case: CaseShown,
    draft: drafts.Draft,
    *,
    step: str = "",
    typed: Mapping[str, str] | None = None,
    invalid: str = "",
    status: int = 200,
) -> HttpResponse:
    actor, now = request.actor, clock.now()
    view = views.view(case=case, reader=actor.side, now=now, zone=request.zone)
    reading = queries.reading_in_force(actor=actor, now=now, conversation=case.conversation)
    if reading is None:
        context = {"case": view, "row": row(case, request), "key": drafts.fresh().key}
        return pages.render(request, "administrator/escalation_closed.html", context)
    _, steps = queries.read_case(actor=actor, now=now, case=case.ref)
    contacts = queries.read_contacts(actor=actor, now=now, conversation=case.conversation)
    rows = views.rows(case=case, steps=steps, zone=request.zone)
    context = {
        "case": view,
        "reading": reading,
        "may_decide": can_decide(actor),
        "acts": forms.acts(case=case, typed=typed, of=step),
        "rows": rows,
        "sides": [(side, _said(rows, side)) for side in (Side.BUYER, Side.SELLER)],
        "ours": _said(rows, Side.ADMINISTRATOR),
        "decided_by": _decided_by(steps) if case.stage == "appealed" else "",
        "contacts": [one for one in contacts if one.case in (None, case.ref)],
        "frame": frame(),
        "thread": {"conversation": case.conversation},
        "draft": draft,
        "again": step,
        "invalid": invalid,
        "done": request.GET.get("done") == "1",
        "key": drafts.fresh().key,
    }
    return pages.render(request, "administrator/escalation.html", context, status=status)


def _said(rows: Sequence[views.Row], side: Side) -> list[views.Row]:
    """What one side said or showed."""
    return [
        one for one in rows if one.step.side is side and (one.step.words or one.step.files or one.step.erased)
    ]


def _decided_by(steps: Sequence[StepShown]) -> str:
    """Who took the decision that is appealed."""
    return next((one.author for one in reversed(steps) if one.step == "decide"), "")
