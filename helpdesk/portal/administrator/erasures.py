"""Erasures at the desk: what waits for a second person, what was decided, and how to ask for one."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conversations import queries as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound, Refusal
from helpdesk.oversight.queries import find_files
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed
from helpdesk.retention import actions, policies, queries
from helpdesk.retention.terms import ASKABLE, MAX_MESSAGES, MAX_NOTE
from helpdesk.retention.words import DENIALS, GROUNDS, SCOPES

_DIGITS = 9  # of a message's number


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """What waits for a decision, and what was decided last."""
    context = {
        "waiting": queries.requests(actor=request.actor, is_open=True),
        "settled": queries.requests(actor=request.actor, is_open=False),
    }
    return pages.render(request, "administrator/erasures.html", context)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, erasure: UUID) -> HttpResponse:
    """One request: what goes, what stays, and who must decide."""
    return _show(request, erasure)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def ask(request: Signed, conversation: Ref) -> HttpResponse:
    """The form."""
    return _asking(request, conversation)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def request_erasure(request: Signed, conversation: Ref) -> HttpResponse:
    """One request; what was wrong with it stands above the form."""
    form = request.POST
    try:
        kept = actions.request_erasure(
            actor=request.actor,
            now=clock.now(),
            scope=form.get("scope", ""),
            ground=form.get("ground", ""),
            conversation=conversation,
            messages=_numbers(form.getlist("message")) if form.get("scope") == "messages" else (),
            note=form.get("note", "").replace("\r\n", "\n"),
            key=drafts.key_of(form),
        )
    except (Forbidden, NotFound):
        raise
    except Refusal as refusal:
        return _asking(request, conversation, refusal=refusal)
    return redirect("administrator:erasure", kept.receipt.entry)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def approve(request: Signed, erasure: UUID) -> HttpResponse:
    """The second person agrees."""
    try:
        actions.approve_erasure(
            actor=request.actor, now=clock.now(), request=erasure, key=drafts.key_of(request.POST)
        )
    except NotFound:
        raise
    except Refusal as refusal:
        return _show(request, erasure, refusal=refusal)
    return redirect("administrator:erasure", erasure)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def refuse(request: Signed, erasure: UUID) -> HttpResponse:
    """The second person does not agree, and says why."""
    try:
        actions.refuse_erasure(
            actor=request.actor,
            now=clock.now(),
            request=erasure,
            denial=request.POST.get("denial", ""),
            note=request.POST.get("note", "").replace("\r\n", "\n"),
            key=drafts.key_of(request.POST),
        )
    except NotFound:
        raise
    except Refusal as refusal:
        return _show(request, erasure, refusal=refusal)
    return redirect("administrator:erasure", erasure)


def _numbers(written: list[str]) -> list[int]:
    """Raises Invalid for what no page of ours writes."""
    if not all(one.isascii() and one.isdigit() and len(one) <= _DIGITS for one in written):
        raise Invalid("erasure.messages", field="messages")
    return [int(one) for one in written]


def _asking(request: Signed, conversation: Ref, *, refusal: Refusal | None = None) -> HttpResponse:
    if not policies.can_request_erasure(actor=request.actor):
        raise Forbidden("erasure.not_yours")
    found = find_files(actor=request.actor, words=str(conversation))
    if not found:
        raise NotFound("conversation.not_found")
    context = {
        "file": found[0],
        "messages": conversations.outline(actor=request.actor, conversation=conversation),
        "held": queries.is_held(actor=request.actor, conversation=conversation),
        "key": drafts.fresh().key,
        "scopes": [(code.value, name) for code, name in SCOPES.items()],
        "grounds": [(code.value, GROUNDS[code]) for code in ASKABLE],
        "chosen": request.POST,
        "chosen_messages": request.POST.getlist("message"),
        "limit": MAX_NOTE,
        "most": MAX_MESSAGES,
        "refusal": refusal and drafts.said(refusal),
    }
    status = STATUS[refusal.kind] if refusal else 200
    return pages.render(request, "administrator/erasure_request.html", context, status=status)


def _show(request: Signed, erasure: UUID, *, refusal: Refusal | None = None) -> HttpResponse:
    found = queries.request_of(actor=request.actor, id=erasure)
    context = {
        "erasure": found,
        "may_decide": policies.can_decide_erasure(actor=request.actor),
        "is_mine": found.asked_by_id == request.actor.person,
        "held": found.conversation is not None
        and queries.is_held(actor=request.actor, conversation=found.conversation),
        "denials": [(code.value, name) for code, name in DENIALS.items()],
        "key": drafts.fresh().key,
        "limit": MAX_NOTE,
        "refusal": refusal and drafts.said(refusal),
    }
    status = STATUS[refusal.kind] if refusal else 200
    return pages.render(request, "administrator/erasure.html", context, status=status)
