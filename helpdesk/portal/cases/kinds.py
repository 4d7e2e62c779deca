"""It is something else: the Buyer, or whoever judges for the Platform, changes the kind of a case."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from helpdesk.cases import actions, queries
from helpdesk.cases import words as named
from helpdesk.cases.policies import can_decide
from helpdesk.cases.terms.deeds import MAX_WORDS, CaseShown
from helpdesk.cases.terms.names import Kind, Remedy, Situation
from helpdesk.conversations.terms import Posted
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Refusal
from helpdesk.oversight import actions as oversight
from helpdesk.oversight.queries import reading_in_force
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import STATUS, stands_beside
from helpdesk.portal.hats import Signed

View = Callable[..., Any]
_HINTS = {
    Kind.SHIPPING: Situation.NOT_ARRIVED,
    Kind.COMPLAINT: Situation.DAMAGED,
    Kind.WARRANTY: Situation.GUARANTEE,
    Kind.CLAIM: Situation.OTHER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Another kind; `refusal` says why it cannot be that one, `wants`: a remedy goes with it."""

    code: str
    name: str
    hint: str
    refusal: str
    wants: bool


def change(side: Side) -> View:
    """The form, and where it is sent."""
    return require_http_methods(["GET", "HEAD", "POST"])(pages.only(side)(_change))


def _change(request: Signed, case: Ref) -> HttpResponse:
    actor, now = request.actor, clock.now()
    found = queries.case_of(actor=actor, now=now, case=case)
    if actor.side is Side.ADMINISTRATOR and not can_decide(actor):
        raise Forbidden("case.not_yours_to_decide")
    if request.method != "POST":
        if actor.side is Side.ADMINISTRATOR and not _is_open(request, found):
            return redirect("administrator:case", case)
        return _page(request, found, drafts.fresh(seen_n=found.last_n))
    draft = drafts.read(request=request)
    try:
        posted = _taken(request, found, draft)
    except Refusal as refusal:
        if not stands_beside(refusal):
            raise
        again = draft.refused(refusal, seen_n=found.last_n)
        return _page(request, found, again, invalid=refusal.field or "", status=STATUS[refusal.kind])
    return redirect(f"{reverse(f'{actor.side}:case', args=[case])}?done={posted.n}")


def _is_open(request: Signed, case: CaseShown) -> bool:
    found = reading_in_force(actor=request.actor, now=clock.now(), conversation=case.conversation)
    return found is not None


def _taken(request: Signed, case: CaseShown, draft: drafts.Draft) -> Posted:
    kind = request.POST.get("kind", "")[:20]
    wants = kind in (Kind.COMPLAINT, Kind.WARRANTY)
    deed = (
        oversight.change_case_kind
        if request.actor.side is Side.ADMINISTRATOR
        else partial(actions.change_kind, confirmed=draft.confirmed)
    )
    return deed(
        actor=request.actor,
        now=clock.now(),
        case=case.ref,
        kind=kind,
        key=draft.key,
        words=draft.text,
        wanted=request.POST.get("wanted", "")[:20] if wants else "",
    )


def _page(
    request: Signed, case: CaseShown, draft: drafts.Draft, *, invalid: str = "", status: int = 200
) -> HttpResponse:
    choices = _choices(request, case)
    context = {
        "case": case,
        "kind": named.KINDS[case.kind],
        "choices": [one for one in choices if not one.refusal],
        "shut": [one for one in choices if one.refusal],
        "remedies": [(one.value, named.REMEDIES[one]) for one in Remedy],
        "asks": any(one.wants and not one.refusal for one in choices),
        "typed": request.POST,
        "draft": draft,
        "invalid": invalid,
        "max_words": MAX_WORDS,
    }
    return pages.render(request, "cases/kinds.html", context, status=status)


def _choices(request: Signed, case: CaseShown) -> Sequence[Choice]:
    return [
        Choice(
            code=one.kind.value,
            name=str(named.KINDS[one.kind]),
            hint=str(named.SITUATION_HINTS[_HINTS[one.kind]]) if one.kind in _HINTS else "",
            refusal=str(named.SENTENCES.get(one.refusal, "")),
            wants=one.wants,
        )
        for one in queries.changes_of(actor=request.actor, now=clock.now(), case=case.ref)
    ]
