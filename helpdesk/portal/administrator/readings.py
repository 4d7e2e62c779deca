"""Opening a file, where the reason comes before the first word; and the list of who read what."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, NotFound
from helpdesk.oversight import actions, policies, queries
from helpdesk.oversight.terms import ReadingShown
from helpdesk.oversight.words import REASONS
from helpdesk.portal import drafts, pages, places
from helpdesk.portal.hats import Signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A reading with its reason in the reader's words."""

    of: ReadingShown
    reason: str


def spoken(readings: Iterable[ReadingShown]) -> list[Spoken]:
    """For lists."""
    return [Spoken(of=one, reason=str(REASONS[one.reason])) for one in readings]


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """Who read which file and why, the latest first; not a word of what they read."""
    found = queries.readings(
        actor=request.actor,
        limit=queries.PAGE + 1,
        after=places.read(request),
        mine=request.GET.get("mine") == "1",
        market=request.market,
    )
    rows = found[: queries.PAGE]
    context = {
        "readings": spoken(rows),
        "mine": request.GET.get("mine") == "1",
        "may_read": policies.can_read_files(actor=request.actor),
        "next": places.written(at=rows[-1].starts_at, id=rows[-1].id) if len(found) > len(rows) else "",
    }
    return pages.render(request, "administrator/readings.html", context)


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
