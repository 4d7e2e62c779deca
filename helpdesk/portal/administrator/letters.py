"""Letters at the desk: which wait, and one correspondence once a reason is given."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, Refusal
from helpdesk.letters import policies, queries
from helpdesk.letters.terms import About, CloseReason, Line
from helpdesk.letters.words import CLOSE_REASONS
from helpdesk.notifications import actions as notices
from helpdesk.oversight import actions
from helpdesk.oversight import queries as oversight
from helpdesk.oversight.policies import can_read_files
from helpdesk.oversight.words import REASONS
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed

_ANSWERED = 15  # of the latest that the page shows


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """Those that wait, what is due first at the top, and the latest answers; not a word of them."""
    actor, market = request.actor, request.market
    context = {
        "waiting": queries.waiting(actor=actor, market=market),
        "answered": queries.answered(actor=actor, market=market, limit=_ANSWERED),
        "closed": queries.closed(actor=actor, market=market, limit=_ANSWERED),
    }
    return pages.render(request, "administrator/letters.html", context)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, correspondence: Ref) -> HttpResponse:
    """The letters while a reading is in force, else the question why."""
    file = queries.file_of(actor=request.actor, correspondence=correspondence)
    if not can_read_files(actor=request.actor):
        raise Forbidden("oversight.not_yours")
    if oversight.reading_in_force(actor=request.actor, now=clock.now(), conversation=file) is None:
        return _asking(request, correspondence)
    return _page(request, correspondence)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def open_file(request: Signed, correspondence: Ref) -> HttpResponse:
    """Leave the trace, then show the letters."""
    try:
        actions.open_file(
            actor=request.actor,
            now=clock.now(),
            conversation=queries.file_of(actor=request.actor, correspondence=correspondence),
            reason=request.POST.get("reason", ""),
            key=drafts.key_of(request.POST),
        )
    except Invalid as refusal:
        return _asking(request, correspondence, refusal=refusal)
    return redirect("administrator:letter", correspondence)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def answer(request: Signed, correspondence: Ref) -> HttpResponse:
    """The Platform's answer; a refusal keeps the text in the box and says why."""
    draft = drafts.read(request=request)
    try:
        actions.answer_letter(
            actor=request.actor,
            now=clock.now(),
            correspondence=correspondence,
            draft=draft.text,
            key=draft.key,
        )
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        again = draft.refused(refusal, seen_n=None)
        return _page(request, correspondence, again, status=STATUS[refusal.kind])
    return redirect(f"{reverse('administrator:letter', args=[correspondence])}?sent=1#latest")


@require_POST
@pages.only(Side.ADMINISTRATOR)
def close(request: Signed, correspondence: Ref) -> HttpResponse:
    """No answer, and why; the letter leaves the queue."""
    try:
        actions.close_letter(
            actor=request.actor,
            now=clock.now(),
            correspondence=correspondence,
            reason=request.POST.get("reason", ""),
            key=drafts.key_of(request.POST),
        )
    except (Invalid, Conflict) as refusal:
        said = drafts.said(refusal)
        return _page(request, correspondence, status=STATUS[refusal.kind], closing=said)
    return redirect("administrator:letters")


def _page(
    request: Signed,
    correspondence: Ref,
    draft: drafts.Draft | None = None,
    *,
    status: int = 200,
    closing: drafts.Said | None = None,
) -> HttpResponse:
    found = oversight.read_letters(actor=request.actor, now=clock.now(), correspondence=correspondence)
    request.unread = notices.see(actor=request.actor, now=clock.now(), conversation=correspondence)
    context = {
        "found": found,
        "closing": closing,
        "close_reasons": _close_reasons(found.line),
        "close_key": drafts.fresh().key,
        "title": found.line.title,
        "draft": draft or drafts.fresh(),
        "action": reverse("administrator:letter_answers", args=[correspondence]),
        "may_write": policies.can_answer_letters(actor=request.actor),
        "sent": request.GET.get("sent") == "1",
    }
    return pages.render(request, "letters/correspondence.html", context, status=status)


def _close_reasons(line: Line) -> list[tuple[str, Any]]:
    """Whoever wrote about nothing in particular has no other side."""
    return [
        (reason.value, name)
        for reason, name in CLOSE_REASONS.items()
        if reason is not CloseReason.OTHER_SIDE or line.about is not About.PLATFORM
    ]


def _asking(request: Signed, correspondence: Ref, *, refusal: Invalid | None = None) -> HttpResponse:
    context = {
        "letters": queries.line_of(actor=request.actor, correspondence=correspondence),
        "action": reverse("administrator:letter_readings", args=[correspondence]),
        "key": drafts.fresh().key,
        "reasons": [(reason.value, sentence) for reason, sentence in REASONS.items()],
        "refusal": drafts.said(refusal) if refusal else None,
    }
    return pages.render(request, "administrator/opening.html", context, status=422 if refusal else 200)
