"""Two forms in a conversation: propose an agreement, ask for a confirmation."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from helpdesk.agreements import actions, queries
from helpdesk.agreements.terms import MAX_WORDS, Shown, Type, What
from helpdesk.conversations.queries import thread
from helpdesk.conversations.terms import Posted
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.kernel.refusal import NotFound, Refusal
from helpdesk.portal import drafts, pages
from helpdesk.portal.agreements import forms, words
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed

View = Callable[..., Any]


def propose(side: Side) -> View:
    """The form of a proposal, and where it is sent."""
    return require_http_methods(["GET", "HEAD", "POST"])(pages.only(side)(_propose))


def ask(side: Side) -> View:
    """The form of a request to confirm, and where it is sent."""
    return require_http_methods(["GET", "HEAD", "POST"])(pages.only(side)(_ask))


def _propose(request: Signed, conversation: Ref) -> HttpResponse:
    """Terms, and words beside them."""
    if request.method != "POST":
        return _page(request, conversation, What.AGREEMENT, drafts.fresh(), _beginning(request))
    draft, form = drafts.read(request=request), forms.typed(request)
    return _sent(
        request,
        conversation,
        What.AGREEMENT,
        draft,
        form,
        lambda: actions.propose(
            actor=request.actor,
            now=clock.now(),
            conversation=conversation,
            proposal=forms.proposal(form=form, words=draft.text),
            key=draft.key,
            amends=forms.amended(form),
            confirmed=draft.confirmed,
        ),
    )


def _ask(request: Signed, conversation: Ref) -> HttpResponse:
    """Words alone."""
    if request.method != "POST":
        return _page(request, conversation, What.CONFIRMATION, drafts.fresh(), forms.Typed())
    draft = drafts.read(request=request)
    return _sent(
        request,
        conversation,
        What.CONFIRMATION,
        draft,
        forms.Typed(),
        lambda: actions.ask_for_confirmation(
            actor=request.actor,
            now=clock.now(),
            conversation=conversation,
            words=draft.text,
            key=draft.key,
            confirmed=draft.confirmed,
        ),
    )


def _sent(
    request: Signed,
    conversation: Ref,
    what: What,
    draft: drafts.Draft,
    form: forms.Typed,
    deed: Callable[[], Posted],
) -> HttpResponse:
    """On to the record, at the new card; a refusal keeps what was typed and says why."""
    try:
        posted = deed()
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        side = request.actor.side
        again = replace(draft, side=side).refused(refusal, seen_n=None)
        status = STATUS[refusal.kind]
        return _page(request, conversation, what, again, form, about=refusal.field, status=status)
    to = reverse(f"{request.actor.side}:conversation", args=[conversation])
    return redirect(f"{to}#a{posted.n}")


def _beginning(request: Signed) -> forms.Typed:
    """Empty, or the terms of the one that is to be changed, where it is theirs."""
    old = _old(request, request.GET.get("amends", ""))
    if old is None or old.type is None:
        return forms.Typed()
    return forms.Typed(
        type=old.type.value,
        owed_by=(old.owed_by or Side.SELLER).value,
        amount=old.amount.amount if old.amount else "",
        until=old.until.isoformat() if old.until else "",
        amends=str(old.ref),
    )


def _old(request: Signed, written: str) -> Shown | None:
    try:
        ref = Ref.parse(written)
        return queries.agreement_of(actor=request.actor, now=clock.now(), agreement=ref)
    except (InvalidRef, NotFound):
        return None


def _page(
    request: Signed,
    conversation: Ref,
    what: What,
    draft: drafts.Draft,
    form: forms.Typed,
    *,
    about: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "thread": thread(actor=request.actor, conversation=conversation, after_n=None),
        "what": what.value,
        "draft": draft,
        "form": form,
        "about": about,
        "old": _old(request, form.amends),
        "types": [(one.value, words.TYPES[one]) for one in Type],
        "max_words": MAX_WORDS,
    }
    return pages.render(request, "agreements/form.html", context, status=status)
