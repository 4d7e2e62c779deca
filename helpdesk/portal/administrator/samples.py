"""Samples: what waits for a reviewer, and one answer or mark to judge beside its question."""

from dataclasses import dataclass
from functools import partial

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conversations import queries as conversations
from helpdesk.deadlines import queries as clocks
from helpdesk.deadlines.terms.samples import MAX_JUDGMENT_NOTE, SampleShown
from helpdesk.deadlines.words import JUDGMENTS, SAMPLES, VERDICTS
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions, queries
from helpdesk.oversight.terms import Reason, SampleWaiting
from helpdesk.portal import drafts, pages, places, questions
from helpdesk.portal.administrator import reviews, scorecards
from helpdesk.portal.hats import Signed
from helpdesk.portal.words import WAIVER_REASONS

_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One that waits, in the reader's words; `key` is for opening it."""

    of: SampleWaiting
    name: str
    key: str


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """What waits, oldest first: kinds, shops and dates, not a word of what was written."""
    actor, market = request.actor, request.market
    samples = queries.samples_waiting(actor=actor, limit=_PAGE + 1, after=places.read(request), market=market)
    context = {
        "samples": [Row(of=one, name=str(SAMPLES[one.kind]), key=_key()) for one in samples[:_PAGE]],
        "next": places.written(at=samples[_PAGE - 1].drawn_at, id=samples[_PAGE - 1].ref.id)
        if len(samples) > _PAGE
        else "",
        "done": request.GET.get("done") == "1",
    }
    return pages.render(request, "administrator/samples.html", context)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def open_file(request: Signed, sample: Ref) -> HttpResponse:
    """The sample is the reason."""
    shown = queries.sample_shown(actor=request.actor, sample=sample)
    return reviews.opened(
        request,
        conversation=shown.conversation,
        reason=Reason.QUALITY_SAMPLE,
        to="administrator:sample",
        of=sample,
    )


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, sample: Ref) -> HttpResponse:
    """Question and answer side by side, and the thread around them; before that, the way to open them."""
    return _page(request, sample)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def judge(request: Signed, sample: Ref) -> HttpResponse:
    """One judgment, with a note if there is one."""
    note, key, card = reviews.note_in(request), drafts.key_of(request.POST), scorecards.read(request)
    decide = partial(
        actions.judge_sample,
        actor=request.actor,
        now=clock.now(),
        sample=sample,
        judgment=request.POST.get("judgment", ""),
        note=note,
        key=key,
        scorecard=card.scorecard,
    )
    return reviews.decided(
        decide,
        again=lambda said, status: _page(request, sample, said=said, note=note, card=card, status=status),
    )


def _page(
    request: Signed,
    sample: Ref,
    *,
    said: drafts.Said | None = None,
    note: str = "",
    card: scorecards.Typed | None = None,
    status: int = 200,
) -> HttpResponse:
    actor, now = request.actor, clock.now()
    of = queries.sample_shown(actor=actor, sample=sample)
    reading = queries.reading_in_force(actor=actor, now=now, conversation=of.conversation)
    context = {"ref": sample, "key": _key(), **_words(of)}
    if reading is None:
        return pages.render(request, "administrator/sample_closed.html", context)
    specimen = queries.specimen(actor=actor, now=now, sample=sample)
    ticks = conversations.ticks_in(actor=actor, conversation=of.conversation)
    context |= {
        "specimen": specimen,
        "thread": specimen.thread,
        "events": clocks.history(actor=actor, seller_id=of.conversation.seller_id, chain=of.conversation.id),
        "reading": reading,
        "seen": questions.seen(specimen=specimen, ticks=ticks),
        "told_of": questions.told(thread=specimen.thread, ticks=ticks),
        "refusal": said,
        "note": note,
        "longest": MAX_JUDGMENT_NOTE,
        "card": scorecards.shown(of=of, typed=card),
    }
    return pages.render(request, "administrator/sample.html", context, status=status)


def _words(of: SampleShown) -> dict[str, object]:
    return {
        "of": of,
        "name": SAMPLES[of.kind],
        "verdict": VERDICTS[of.verdict],
        "waived_for": dict(WAIVER_REASONS)[of.waived_for] if of.waived_for else "",
        "judgment": JUDGMENTS[of.judgment] if of.judgment else "",
    }


def _key() -> str:
    return drafts.fresh().key
