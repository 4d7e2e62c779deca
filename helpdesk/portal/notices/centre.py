"""The list of notices: what calls for this person, and the way to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.cases import queries as cases
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.notifications import actions, queries
from helpdesk.notifications.terms import Kind, Line
from helpdesk.notifications.words import said
from helpdesk.portal import pages, places
from helpdesk.portal.hats import Signed

View = Callable[..., HttpResponseBase]
_ROWS = 30
_OF_CASES = (Kind.CASE, Kind.VERDICT, Kind.ESCALATION, Kind.EVIDENCE)
_PUBLISHED = {Kind.WEIGHTS: "weights", Kind.TRACKS: "tracks"}
_PLACES = {
    (side, kind): f"{side.value}:{kind.value}"
    for kind in (
        Kind.LETTER,
        Kind.APPEAL,
        Kind.DISPUTE,
        Kind.MEASURE,
        Kind.PROPOSAL,
        Kind.REPORT,
        Kind.WEBHOOK,
    )
    for side in Side
} | {(Side.SELLER, Kind.DISPUTE): "seller:standing_point"}
"""What has a page of its own, by what the notice names as its place."""
_THREAD = {
    Side.SELLER: "seller:conversation",
    Side.BUYER: "buyer:conversation",
    Side.ADMINISTRATOR: "administrator:file",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A notice in the reader's words; `calls` while nobody has seen it or done what it calls for."""

    of: Line
    text: str
    calls: bool


def index(side: Side) -> View:
    """The latest first, with what became of each."""

    @require_safe
    @pages.only(side)
    def view(request: Signed) -> HttpResponse:
        found = queries.notices_of(actor=request.actor, limit=_ROWS + 1, after=places.read(request))
        last = found[_ROWS - 1] if len(found) > _ROWS else None
        context = {
            "rows": _rows(found[:_ROWS]),
            "next": places.written(at=last.at, id=last.id.id) if last else "",
            "lost": queries.troubles_of(actor=request.actor, limit=3),
            "is_beginning": "after" not in request.GET,
            **addresses(side),
        }
        return pages.render(request, "notices/index.html", context)

    return view


def follow(side: Side) -> View:
    """To what a notice is about; its notices are read by that."""

    @require_safe
    @pages.only(side)
    def view(request: Signed, notice: Ref) -> HttpResponse:
        line = queries.notice_of(actor=request.actor, notice=notice)
        actions.mark_read(actor=request.actor, now=clock.now(), conversation=line.conversation)
        return redirect(_way(request.actor, line))

    return view


def mark_all(side: Side) -> View:
    """All are read."""

    @require_POST
    @pages.only(side)
    def view(request: Signed) -> HttpResponse:
        actions.mark_read(actor=request.actor, now=clock.now())
        return redirect(f"{side.value}:notices")

    return view


def addresses(side: Side) -> dict[str, str]:
    """Of this side's pages, for templates that all sides share."""
    return {
        "notices_url": reverse(f"{side.value}:notices"),
        "wishes_url": reverse(f"{side.value}:wishes"),
        "marks_url": reverse(f"{side.value}:notice_marks"),
        "notice_view": f"{side.value}:notice",
    }


def _rows(lines: Iterable[Line]) -> list[Row]:
    return [
        Row(
            of=line,
            text=said(line=line),
            calls=line.read_at is None and line.settled_at is None,
        )
        for line in lines
    ]


def _way(actor: Actor, line: Line) -> str:
    if line.kind in _PUBLISHED:
        return f"{reverse(_PUBLISHED[line.kind])}#versions"
    if name := _PLACES.get((line.side, line.kind)):
        return reverse(name, args=[line.conversation])
    if line.kind in _OF_CASES:
        entry = Ref(line.conversation.seller_id, line.subject)
        if case := cases.case_with(actor=actor, entry=entry):
            return reverse(f"{line.side.value}:case", args=[case])
    elif line.side is Side.ADMINISTRATOR:
        return reverse("administrator:review", args=[Ref(line.id.seller_id, line.subject)])
    return reverse(_THREAD[line.side], args=[line.conversation])
