"""Opening a file: the reason comes before the first word."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, NotFound
from helpdesk.oversight import actions, queries
from helpdesk.oversight.words import REASONS
from helpdesk.portal import drafts, pages
from helpdesk.portal.hats import Signed


@require_POST
@pages.only(Side.ADMINISTRATOR)
def open_file(request: Signed, conversation: Ref) -> HttpResponse:
    """Leave the trace, then show the file."""
    try:
        actions.open_file(
            actor=request.actor,
            now=clock.now(),
            conversation=conversation,
            reason=request.POST.get("reason", ""),
            key=drafts.key_of(request.POST),
        )
    except Invalid as refusal:
        return asking(request, conversation, refusal=refusal)
    return redirect("administrator:file", conversation)


def asking(request: Signed, conversation: Ref, *, refusal: Invalid | None = None) -> HttpResponse:
    """The form that asks why. Raises NotFound."""
    found = queries.find_files(actor=request.actor, words=str(conversation))
    if not found:
        raise NotFound("conversation.not_found")
    context = {
        "file": found[0],
        "key": drafts.fresh().key,
        "reasons": [(reason.value, sentence) for reason, sentence in REASONS.items()],
        "refusal": drafts.said(refusal) if refusal else None,
    }
    return pages.render(request, "administrator/opening.html", context, status=422 if refusal else 200)
