"""A contact outside the Platform: one side notes it, the other confirms or disputes it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases import actions, queries
from helpdesk.cases import words as named
from helpdesk.cases.terms.deeds import MAX_WORDS, Channel, ContactOutcome
from helpdesk.conversations.queries import thread
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.kernel.refusal import Invalid, NotFound, Refusal
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed

View = Callable[..., Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The form as it stands."""

    channel: str = ""
    on: str = ""
    case: str = ""


def note(side: Side) -> View:
    """The form of a note, and where it is sent."""
    return require_http_methods(["GET", "HEAD", "POST"])(pages.only(side)(_note))


def settle(side: Side) -> View:
    """It was so, or it was not."""
    return require_POST(pages.only(side)(_settle))


def _note(request: Signed, conversation: Ref) -> HttpResponse:
    if request.method != "POST":
        return _page(request, conversation, drafts.fresh(), Typed(case=request.GET.get("case", "")[:64]))
    draft, form = drafts.read(request=request), _typed(request)
    try:
        posted = actions.note_contact(
            actor=request.actor,
            now=clock.now(),
            conversation=conversation,
            channel=_channel(form),
            on_day=_day(form),
            words=draft.text,
            key=draft.key,
            case=_case(form.case),
            confirmed=draft.confirmed,
        )
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        again = replace(draft, side=request.actor.side).refused(refusal, seen_n=None)
        status = STATUS[refusal.kind]
        return _page(request, conversation, again, form, invalid=refusal.field or "", status=status)
    return _on(request, conversation, f"#c{posted.n}")


def _settle(request: Signed, contact: Ref) -> HttpResponse:
    draft = drafts.read(request=request)
    outcome = request.POST.get("outcome", "")
    if outcome not in list(ContactOutcome):
        raise Invalid("form.damaged", field="outcome")
    try:
        posted = actions.settle_contact(
            actor=request.actor,
            now=clock.now(),
            contact=contact,
            outcome=ContactOutcome(outcome),
            key=draft.key,
            words=draft.text,
            confirmed=draft.confirmed,
        )
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        again = replace(draft, side=request.actor.side).refused(refusal, seen_n=None)
        where = _thread(request)
        return _page(request, where, again, Typed(), settles=contact, status=STATUS[refusal.kind])
    return _on(request, posted.conversation, "")


def _page(
    request: Signed,
    conversation: Ref,
    draft: drafts.Draft,
    form: Typed,
    *,
    settles: Ref | None = None,
    invalid: str = "",
    status: int = 200,
) -> HttpResponse:
    found = queries.contacts_in(actor=request.actor, conversation=conversation)
    context = {
        "thread": thread(actor=request.actor, conversation=conversation, after_n=None),
        "contacts": found,
        "settles": settles,
        "draft": draft,
        "form": form,
        "invalid": invalid,
        "channels": [(one.value, named.CHANNELS[one.value]) for one in Channel],
        "max_words": MAX_WORDS,
    }
    return pages.render(request, "cases/contacts.html", context, status=status)


def _typed(request: Signed) -> Typed:
    form = request.POST
    return Typed(
        channel=form.get("channel", "")[:20], on=form.get("on", "")[:10], case=form.get("case", "")[:64]
    )


def _channel(form: Typed) -> Channel:
    if form.channel not in list(Channel):
        raise Invalid("case.field_missing", field="channel")
    return Channel(form.channel)


def _day(form: Typed) -> date:
    try:
        return date.fromisoformat(form.on)
    except ValueError:
        raise Invalid("case.day_missing", field="on_day") from None


def _case(written: str) -> Ref | None:
    if not written:
        return None
    try:
        return Ref.parse(written)
    except InvalidRef:
        raise NotFound("case.not_found") from None


def _thread(request: Signed) -> Ref:
    """In whose list the note stands."""
    try:
        return Ref.parse(request.POST.get("of", ""))
    except InvalidRef:
        raise Invalid("form.damaged", field="of") from None


def _on(request: Signed, conversation: Ref, place: str) -> HttpResponse:
    to = reverse(f"{request.actor.side}:contacts", args=[conversation])
    return redirect(f"{to}?kept=1{place}")
