"""What every review page shares: the list behind it, opening the file, and the form that decides."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.oversight import actions, queries
from helpdesk.oversight.terms import Reason
from helpdesk.portal import drafts
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed

LIST = "administrator:samples"
Again = Callable[[drafts.Said, int], HttpResponse]


def opened(
    request: Signed, *, conversation: Ref, reason: Reason, to: str, of: Ref, item: Ref | None = None
) -> HttpResponse:
    """The file is open, and on to the page; a reading that still lasts needs no other."""
    now = clock.now()
    if queries.reading_in_force(actor=request.actor, now=now, conversation=conversation) is None:
        actions.open_file(
            actor=request.actor,
            now=now,
            conversation=conversation,
            reason=reason.value,
            key=drafts.key_of(request.POST),
            item=item,
        )
    return redirect(to, of)


def decided(decide: Callable[[], object], *, again: Again, to: str = LIST) -> HttpResponse:
    """Back to the list, which says so; a refusal shows the page `again` with the sentence above its form."""
    try:
        decide()
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        return again(drafts.said(refusal), STATUS[refusal.kind])
    return redirect(f"{reverse(to)}?done=1")


def note_in(request: HttpRequest) -> str:
    """What was typed beside the buttons, with the line ends that were typed."""
    return request.POST.get("note", "").replace("\r\n", "\n")
