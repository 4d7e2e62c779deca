"""The Administrator's voice in a file: join, and speak to both sides or to one."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.oversight import actions
from helpdesk.portal import drafts, pages
from helpdesk.portal.administrator import files
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed

_BOTH = "both"


@require_POST
@pages.only(Side.ADMINISTRATOR)
def join(request: Signed, conversation: Ref) -> HttpResponse:
    """Both sides are told that, and why."""
    draft = drafts.read(request=request)

    def deed() -> str:
        actions.join_thread(
            actor=request.actor,
            now=clock.now(),
            conversation=conversation,
            reason=request.POST.get("reason", ""),
            key=draft.key,
        )
        return f"{reverse('administrator:file', args=[conversation])}#voice"

    return _done(request, conversation, draft, deed)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def speak(request: Signed, conversation: Ref) -> HttpResponse:
    """To both sides in the thread itself; to one, by a letter that the other does not see."""
    draft, to = drafts.read(request=request), request.POST.get("to", _BOTH)

    def deed() -> str:
        actor, now = request.actor, clock.now()
        if to != _BOTH:
            written = actions.write_to_side(
                actor=actor, now=now, conversation=conversation, side=to, draft=draft.text, key=draft.key
            )
            letter = reverse("administrator:letter", args=[written.correspondence])
            return f"{letter}?sent=1#latest"
        posted = actions.speak(
            actor=actor,
            now=now,
            conversation=conversation,
            draft=draft.text,
            key=draft.key,
            seen_n=draft.seen_n,
        )
        return f"{reverse('administrator:file', args=[conversation])}#m{posted.n}"

    return _done(request, conversation, draft, deed)


def _done(request: Signed, conversation: Ref, draft: drafts.Draft, deed: Callable[[], str]) -> HttpResponse:
    try:
        return redirect(deed())
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        again = draft.refused(refusal, seen_n=None)
        return files.page(request, conversation, voice=again, status=STATUS[refusal.kind])
