"""One agreement on a page of its own: yes, no, done, in a tap each; a refusal says why."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.agreements import actions, queries
from helpdesk.conversations.terms import Posted
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed

View = Callable[..., Any]


def show(side: Side) -> View:
    """What was proposed, and what may be done about it."""
    return require_safe(pages.only(side)(_show))


def confirm(side: Side) -> View:
    """Yes."""
    return require_POST(pages.only(side)(_confirm))


def decline(side: Side) -> View:
    """No, with a reason if there is one; or taken back."""
    return require_POST(pages.only(side)(_decline))


def keep(side: Side) -> View:
    """It is done."""
    return require_POST(pages.only(side)(_keep))


def _show(request: Signed, agreement: Ref) -> HttpResponse:
    return _page(request, agreement, drafts.fresh())


def _confirm(request: Signed, agreement: Ref) -> HttpResponse:
    return _done(
        request,
        agreement,
        lambda draft: actions.confirm(
            actor=request.actor, now=clock.now(), agreement=agreement, key=draft.key
        ),
    )


def _decline(request: Signed, agreement: Ref) -> HttpResponse:
    return _done(
        request,
        agreement,
        lambda draft: actions.decline(
            actor=request.actor,
            now=clock.now(),
            agreement=agreement,
            key=draft.key,
            reason=draft.text,
            confirmed=draft.confirmed,
        ),
    )


def _keep(request: Signed, agreement: Ref) -> HttpResponse:
    return _done(
        request,
        agreement,
        lambda draft: actions.keep(actor=request.actor, now=clock.now(), agreement=agreement, key=draft.key),
    )


def _done(request: Signed, agreement: Ref, deed: Callable[[drafts.Draft], Posted]) -> HttpResponse:
    """On to the record, at its card."""
    draft = replace(drafts.read(request=request), side=request.actor.side)
    try:
        deed(draft)
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        again = draft.refused(refusal, seen_n=None)
        return _page(request, agreement, again, status=STATUS[refusal.kind])
    shown = queries.agreement_of(actor=request.actor, now=clock.now(), agreement=agreement)
    to = reverse(f"{request.actor.side}:conversation", args=[shown.conversation])
    return redirect(f"{to}#a{shown.n}")


def _page(request: Signed, agreement: Ref, draft: drafts.Draft, *, status: int = 200) -> HttpResponse:
    shown = queries.agreement_of(actor=request.actor, now=clock.now(), agreement=agreement)
    context = {"agreement": shown, "draft": draft, "alone": True}
    return pages.render(request, "agreements/one.html", context, status=status)
