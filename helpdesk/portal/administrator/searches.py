"""A search through what people wrote: the words and the reason go on record before anything is found."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Forbidden, Invalid, Refusal, TooLarge
from helpdesk.oversight import actions, policies, queries
from helpdesk.oversight.terms import MOST_WORDS
from helpdesk.oversight.words import REASONS
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed

_LATEST = 15  # of everybody's searches that the page shows


@require_http_methods(["GET", "HEAD", "POST"])
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """The form, and who searched lately; or the search that it asks for."""
    return _search(request) if request.method == "POST" else _form(request)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, search: UUID) -> HttpResponse:
    """In which conversations the words stand; once the search is over, the form again."""
    try:
        found = queries.searched(actor=request.actor, now=clock.now(), search=search, zone=request.zone)
    except Forbidden as refusal:
        if refusal.code != "oversight.search_over":
            raise
        return _form(request, refusal=refusal)
    context = {"found": found, "reason_name": REASONS[found.reason], **_shared(request)}
    return pages.render(request, "administrator/searches.html", context | {"words": found.words})


def _search(request: Signed) -> HttpResponse:
    try:
        kept = actions.search_words(
            actor=request.actor,
            now=clock.now(),
            words=request.POST.get("words", ""),
            reason=request.POST.get("reason", ""),
            key=drafts.key_of(request.POST),
            market=request.market,
        )
    except (Invalid, TooLarge) as refusal:
        return _form(request, refusal=refusal)
    return redirect("administrator:search_found", kept.receipt.entry)


def _form(request: Signed, *, refusal: Refusal | None = None) -> HttpResponse:
    if not policies.can_read_files(actor=request.actor):
        raise Forbidden("oversight.not_yours")
    context = {"refusal": drafts.said(refusal) if refusal else None, **_shared(request)}
    status = STATUS[refusal.kind] if refusal else 200
    return pages.render(request, "administrator/searches.html", context, status=status)


def _shared(request: Signed) -> dict[str, object]:
    latest = queries.searches(actor=request.actor, limit=_LATEST)
    return {
        "words": request.POST.get("words", "")[:MOST_WORDS],
        "chosen": request.POST.get("reason", ""),
        "key": drafts.fresh().key,
        "reasons": [(reason.value, sentence) for reason, sentence in REASONS.items()],
        "latest": [(one, REASONS[one.reason]) for one in latest],
        "most": MOST_WORDS,
    }
