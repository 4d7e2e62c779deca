"""Legal holds at the desk: which are in force, and how they are placed and lifted."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conversations.terms import About
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound, Refusal
from helpdesk.oversight.queries import find_files
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed
from helpdesk.retention import actions, policies, queries
from helpdesk.retention.terms import MAX_NOTE, HoldOn
from helpdesk.retention.words import HOLD_ON, HOLD_REASONS


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """Those in force, what they keep past its period, and those that were lifted."""
    return _index(request)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def ask(request: Signed, conversation: Ref) -> HttpResponse:
    """The form."""
    return _placing(request, conversation)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def place(request: Signed, conversation: Ref) -> HttpResponse:
    """From now on nothing that it covers may go."""
    form = request.POST
    try:
        kept = actions.place_hold(
            actor=request.actor,
            now=clock.now(),
            on=form.get("on", ""),
            reason=form.get("reason", ""),
            conversation=conversation,
            note=form.get("note", "").replace("\r\n", "\n"),
            key=drafts.key_of(form),
        )
    except (Forbidden, NotFound):
        raise
    except Refusal as refusal:
        return _placing(request, conversation, refusal=refusal)
    response = redirect("administrator:holds")
    response["Location"] += f"#hold-{kept.receipt.entry}"
    return response


@require_POST
@pages.only(Side.ADMINISTRATOR)
def ask_to_lift(request: Signed, hold: UUID) -> HttpResponse:
    """The first of two."""
    try:
        actions.ask_to_lift_hold(actor=request.actor, now=clock.now(), hold=hold)
    except NotFound:
        raise
    except Refusal as refusal:
        return _index(request, refusal=refusal)
    return redirect("administrator:holds")


@require_POST
@pages.only(Side.ADMINISTRATOR)
def lift(request: Signed, hold: UUID) -> HttpResponse:
    """The second of two."""
    try:
        actions.lift_hold(actor=request.actor, now=clock.now(), hold=hold, key=drafts.key_of(request.POST))
    except NotFound:
        raise
    except Refusal as refusal:
        return _index(request, refusal=refusal)
    return redirect("administrator:holds")


def _index(request: Signed, *, refusal: Refusal | None = None) -> HttpResponse:
    actor = request.actor
    context = {
        "holds": queries.holds(actor=actor, in_force=True),
        "lifted": queries.holds(actor=actor, in_force=False),
        "kept": queries.held_back(actor=actor, now=clock.now()),
        "may_hold": policies.can_hold(actor=actor),
        "may_lift": policies.can_lift(actor=actor),
        "me": actor.person,
        "key": drafts.fresh().key,
        "refusal": refusal and drafts.said(refusal),
    }
    status = STATUS[refusal.kind] if refusal else 200
    return pages.render(request, "administrator/holds.html", context, status=status)


def _placing(request: Signed, conversation: Ref, *, refusal: Refusal | None = None) -> HttpResponse:
    if not policies.can_hold(actor=request.actor):
        raise Forbidden("hold.not_yours")
    found = find_files(actor=request.actor, words=str(conversation))
    if not found:
        raise NotFound("conversation.not_found")
    context = {
        "file": found[0],
        "subjects": [
            (code.value, name)
            for code, name in HOLD_ON.items()
            if code is not HoldOn.ORDER or found[0].about is About.ORDER
        ],
        "reasons": [(code.value, name) for code, name in HOLD_REASONS.items()],
        "chosen": request.POST,
        "key": drafts.fresh().key,
        "limit": MAX_NOTE,
        "refusal": refusal and drafts.said(refusal),
    }
    status = STATUS[refusal.kind] if refusal else 200
    return pages.render(request, "administrator/hold.html", context, status=status)
