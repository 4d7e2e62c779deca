"""The review queue: what waits, and the most urgent of it already open beside the ways to decide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conduct import queries as conduct
from helpdesk.conduct.terms import MAX_REASON, Decided, Decision, Label, Waits
from helpdesk.conversations.terms import ThreadView
from helpdesk.deadlines import queries as clocks
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, Refusal
from helpdesk.oversight import actions, queries
from helpdesk.oversight.terms import Item, OpenItem, Reason
from helpdesk.oversight.words import DECISIONS, LABELS, WAITS
from helpdesk.portal import drafts, pages
from helpdesk.portal.administrator import findings, reviews
from helpdesk.portal.hats import Signed

_AROUND = 4  # messages before and behind the one in question
_BEFOREHAND = ("prefetch", "prerender")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One that waits, in the reader's words; `key` is for opening it."""

    of: Item
    name: str
    key: str
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What was chosen so far; a page that is shown again keeps it."""

    decision: str = ""
    labels: tuple[str, ...] = ()
    reason: str = ""


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """What waits, and the first of it open: the reading is on record before a word is shown."""
    actor, now = request.actor, clock.now()
    waiting = queries.review_queue(actor=actor, now=now, limit=queries.QUEUE, market=request.market)
    if not waiting:
        return pages.render(request, "administrator/queue_empty.html", {"done": _done(request)})
    if _is_beforehand(request):  # nobody reads it yet
        return pages.render(request, "administrator/queue_closed.html", _closed(waiting[0].ref, waiting))
    open_for_review(actor, waiting[0].ref, key=drafts.fresh().key)
    return _page(request, waiting[0].ref, waiting=waiting)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def open_file(request: Signed, item: Ref) -> HttpResponse:
    """The item is the reason."""
    place = queries.item_place(actor=request.actor, item=item)
    return reviews.opened(
        request,
        conversation=place.conversation,
        reason=_reason(place.waits),
        to="administrator:review",
        of=item,
        item=item,
    )


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, item: Ref) -> HttpResponse:
    """One item, waiting or decided; before its file is open, the way to open it."""
    return _page(request, item)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def decide(request: Signed, item: Ref) -> HttpResponse:
    """One decision, and on to the next item."""
    ruling = _read(request)
    decide = partial(
        actions.review_item,
        actor=request.actor,
        now=clock.now(),
        item=item,
        decision=ruling.decision,
        labels=ruling.labels,
        reason=ruling.reason,
        replaces=_uuid(request.POST.get("replaces", "")),
        key=drafts.key_of(request.POST),
    )
    return reviews.decided(
        decide,
        again=lambda said, status: _page(request, item, said=said, ruling=ruling, status=status),
        to="administrator:reviews",
    )


def open_for_review(actor: Actor, item: Ref, *, key: str) -> None:
    """One entry on the reviewer's desk, with the item as its reason; none where the file is open already."""
    now = clock.now()
    place = queries.item_place(actor=actor, item=item)
    if queries.reading_in_force(actor=actor, now=now, conversation=place.conversation) is None:
        actions.open_file(
            actor=actor,
            now=now,
            conversation=place.conversation,
            reason=_reason(place.waits).value,
            key=key,
            item=item,
        )


def _reason(waits: Waits) -> Reason:
    return Reason.QUALITY_SAMPLE if waits is Waits.CLEAN else Reason.FINDING


def _read(request: HttpRequest) -> Ruling:
    """A sample's choice may be a label by itself: then it was missed."""
    labels = tuple(request.POST.getlist("labels"))
    said = request.POST.get("reason", "").replace("\r\n", "\n")
    return Ruling(decision=request.POST.get("decision", ""), labels=labels, reason=said)


def _uuid(written: str) -> UUID | None:
    try:
        return UUID(written) if written else None
    except ValueError:
        raise Invalid("form.damaged", field="replaces") from None


def _is_beforehand(request: HttpRequest) -> bool:
    said = request.headers.get("Sec-Purpose", "")
    return any(word in said for word in _BEFOREHAND)


def _done(request: HttpRequest) -> bool:
    return request.GET.get("done") == "1"


def _page(
    request: Signed,
    item: Ref,
    *,
    waiting: Sequence[Item] | None = None,
    said: drafts.Said | None = None,
    ruling: Ruling | None = None,
    status: int = 200,
) -> HttpResponse:
    actor, now = request.actor, clock.now()
    if waiting is None:
        waiting = queries.review_queue(actor=actor, now=now, market=request.market)
    try:
        found = queries.open_item(actor=actor, now=now, item=item)
    except Refusal as refusal:
        if refusal.code != "oversight.no_reading":
            raise
        return pages.render(request, "administrator/queue_closed.html", _closed(item, waiting))
    place = found.place
    context = {
        **_closed(item, waiting),
        "item": found,
        "place": place,
        "waits": WAITS[place.waits],
        "findings": findings.shown(found.findings),
        "segments": findings.marked(found),
        "around": _around(found),
        "events": clocks.history(
            actor=actor, seller_id=place.conversation.seller_id, chain=place.conversation.id
        ),
        "reviews": conduct.told(actor=actor, conversation=place.conversation),
        "reading": queries.reading_in_force(actor=actor, now=now, conversation=place.conversation),
        "bars": findings.bars(found.past.months),
        "past_labels": [(LABELS[label], number) for label, number in found.past.labels],
        "recent": [(one, DECISIONS[one.decision], _names(one.labels)) for one in found.past.recent],
        "ruling": ruling or _proposed(found),
        "standing": DECISIONS[place.standing.decision] if place.standing else "",
        "missed": _names(place.missed),
        "found_labels": [(one, LABELS[one]) for one in _labels(found)],
        "translated": _translated(found),
        "labels": [(label.value, name) for label, name in LABELS.items()],
        "choices": [(one.value, DECISIONS[one], key) for one, key in zip(Decided, "fwv", strict=True)],
        "longest": MAX_REASON,
        "refusal": said,
        "done": _done(request),
    }
    return pages.render(request, "administrator/queue.html", context, status=status)


def _closed(item: Ref, waiting: Sequence[Item]) -> dict[str, object]:
    now = clock.now()
    rows = [
        Row(
            of=one,
            name=str(WAITS[one.waits]),
            key=drafts.fresh().key,
            is_late=one.due_at is not None and one.due_at < now,
        )
        for one in waiting
    ]
    return {"ref": item, "rows": rows, "key": drafts.fresh().key}


def _proposed(found: OpenItem) -> Ruling:
    """No decision; the labels that the author was told of, and words in the author's language."""
    labels = _told(found)
    reason = conduct.reason_for(labels=labels, language=found.place.language)
    return Ruling(labels=tuple(labels), reason=reason)


def _labels(found: OpenItem) -> list[Label]:
    return list(dict.fromkeys(one.label for one in found.findings))


def _told(found: OpenItem) -> list[Label]:
    """Without what was only noted, unless nothing else was."""
    told = [one.label for one in found.findings if one.decision.strength >= Decision.WARN.strength]
    return list(dict.fromkeys(told)) or _labels(found)


def _translated(found: OpenItem) -> str:
    """What the proposed reason says, for a reviewer who reads another language than the author."""
    mine = translation.get_language() or "en"
    if found.place.language.startswith(mine):
        return ""
    return conduct.reason_for(labels=_told(found), language=mine)


def _names(labels: Sequence[Label]) -> list[str]:
    return [str(LABELS[label]) for label in labels]


def _around(found: OpenItem) -> ThreadView:
    """What was said right before and after."""
    messages = found.thread.messages
    here = next(
        (place for place, one in enumerate(messages) if one.id == found.place.ref.id),
        sum(one.at <= found.place.at for one in messages),
    )
    return replace(found.thread, messages=messages[max(0, here - _AROUND) : here + _AROUND + 1])
