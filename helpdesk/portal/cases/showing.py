"""One case on a page of its own: where it stands, the next step, everything that was done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.cases import actions, queries
from helpdesk.cases.terms.deeds import CaseShown, ContactShown
from helpdesk.cases.terms.names import Kind
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.marketplace import queries as marketplace
from helpdesk.portal import attaching, drafts, pages
from helpdesk.portal.cases import forms, views
from helpdesk.portal.errors import STATUS, stands_beside
from helpdesk.portal.hats import Signed

View = Callable[..., Any]
_LABELLED = (Kind.RETURN, Kind.WITHDRAWAL, Kind.COMPLAINT, Kind.WARRANTY)  # goods go back


def show(side: Side) -> View:
    """Where it stands, and what this reader may do."""
    return require_safe(pages.only(side)(_show))


def step(side: Side) -> View:
    """One of the steps that the page offers."""
    return require_POST(pages.only(side)(_step))


def upload(side: Side) -> View:
    """A file for a step."""
    return require_POST(pages.only(side)(_upload))


def page(
    request: Signed,
    *,
    case: CaseShown,
    draft: drafts.Draft,
    step: str = "",
    typed: Mapping[str, str] | None = None,
    invalid: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page of a case; `step` is the one whose form is shown again with what was `typed`."""
    now, side = clock.now(), request.actor.side
    steps = queries.steps_of(actor=request.actor, case=case.ref)
    contacts = queries.contacts_in(actor=request.actor, conversation=case.conversation)
    acts = forms.acts(case=case, typed=typed, of=step, told_in=_told_in(request, case))
    context = {
        "case": views.view(case=case, reader=side, now=now, zone=request.zone),
        "acts": acts,
        "gone": draft.refusal if step not in {one.step for one in acts} else None,
        "record": _in_order(
            views.rows(case=case, steps=steps, zone=request.zone),
            [one for one in contacts if one.case in (None, case.ref)],
        ),
        "draft": draft,
        "again": step,
        "invalid": invalid,
        "thread": {"conversation": case.conversation},
        "labelled": _LABELLED,
    }
    return pages.render(request, "cases/case.html", context, status=status)


def _in_order(
    rows: Sequence[views.Row], contacts: Sequence[ContactShown]
) -> list[tuple[views.Row | None, ContactShown | None]]:
    """Steps, and contacts outside between them, as they came."""
    found: list[tuple[int, views.Row | None, ContactShown | None]] = [
        *((row.step.n, row, None) for row in rows),
        *((contact.n, None, contact) for contact in contacts),
    ]
    return [(row, contact) for _, row, contact in sorted(found, key=itemgetter(0))]


def _told_in(request: Signed, case: CaseShown) -> str:
    """In which language the Buyer reads what a Seller is about to say."""
    if request.actor.side is not Side.SELLER or not case.actions:
        return ""
    order = marketplace.order_of(actor=request.actor, order=case.order)
    return marketplace.language_of_buyer(actor=request.actor, order=order)


def _show(request: Signed, case: Ref) -> HttpResponse:
    found = queries.case_of(actor=request.actor, now=clock.now(), case=case)
    return page(request, case=found, draft=drafts.fresh(seen_n=found.last_n))


def _step(request: Signed, case: Ref) -> HttpResponse:
    """On to the record, at the new step; a refusal keeps what was typed and says why."""
    found = queries.case_of(actor=request.actor, now=clock.now(), case=case)
    name = request.POST.get("step", "")[:40]
    draft = attaching.read(request=request, seller_id=case.seller_id)
    try:
        posted = actions.take_step(
            actor=request.actor,
            now=clock.now(),
            case=case,
            step=name,
            key=draft.key,
            given=forms.given(form=request.POST, case=found, step=name),
            words=draft.text,
            files=attaching.files(draft),
            confirmed=draft.confirmed,
            seen_n=draft.seen_n,
        )
    except Refusal as refusal:
        if not stands_beside(refusal):
            raise
        again = replace(draft, side=request.actor.side).refused(refusal, seen_n=found.last_n)
        typed = forms.typed(form=request.POST)
        return page(
            request,
            case=found,
            draft=again,
            step=name,
            typed=typed,
            invalid=refusal.field or "",
            status=STATUS[refusal.kind],
        )
    return redirect(_onward(request, found, posted.n))


def _onward(request: Signed, case: CaseShown, n: int) -> str:
    """To the step in the case, or back to where the button stood."""
    side, then = request.actor.side, request.POST.get("then", "")
    if then == "list" and side is Side.SELLER:
        return reverse("seller:cases") + "?done=1"
    if then == "thread":
        return reverse(f"{side}:conversation", args=[case.conversation]) + f"#s{n}"
    return reverse(f"{side}:case", args=[case.ref]) + f"?done={n}#s{n}"


def _upload(request: Signed, case: Ref) -> HttpResponse:
    queries.case_of(actor=request.actor, now=clock.now(), case=case)
    return attaching.receive(request, seller_id=case.seller_id)
