"""Appeals at the desk: which wait, and one of them beside the reasons that it is against."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.policies import can_settle_appeals
from helpdesk.enforcement.terms import MAX_EXPLANATION, MeasureShown
from helpdesk.enforcement.terms.appeals import Against, AppealShown, Verdict
from helpdesk.enforcement.words import VERDICTS, VIOLATIONS
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from helpdesk.notifications import actions as notices
from helpdesk.portal import appeals, drafts, pages, places
from helpdesk.portal.administrator import reviews
from helpdesk.portal.hats import Signed

_PAGE = 25
_LATEST = 15  # decisions that the list shows
LIST = "administrator:appeals"


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """Those that wait, what is due first at the top, and the latest decisions; not a word of them."""
    actor, now = request.actor, clock.now()
    found = queries.appeals_waiting(actor=actor, limit=_PAGE + 1, after=places.read(request))
    last = found[_PAGE - 1] if len(found) > _PAGE else None
    context = {
        "waiting": [appeals.told(one, now=now) for one in found[:_PAGE]],
        "settled": [
            appeals.told(one, now=now) for one in queries.appeals_settled(actor=actor, limit=_LATEST)
        ],
        "next": places.written(at=last.due_at, id=last.ref.id) if last else "",
        "done": request.GET.get("done") == "1",
    }
    return pages.render(request, "administrator/appeals.html", context)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, appeal: Ref) -> HttpResponse:
    """What the shop writes, the statement of reasons, and the way to decide."""
    return _page(request, appeal)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def settle(request: Signed, appeal: Ref) -> HttpResponse:
    """One decision, with the words that the shop reads."""
    return reviews.decided(
        lambda: actions.settle_appeal(
            actor=request.actor,
            now=clock.now(),
            appeal=appeal,
            verdict=request.POST.get("verdict", ""),
            words=request.POST.get("words", "").replace("\r\n", "\n"),
            take_back=_ticked(request),
            key=drafts.key_of(request.POST),
        ),
        again=lambda said, status: _page(request, appeal, said=said, status=status),
        to=LIST,
    )


def _ticked(request: Signed) -> list[UUID]:
    try:
        return [UUID(one) for one in request.POST.getlist("take_back")]
    except ValueError:
        raise Invalid("appeal.take_back", field="take_back") from None


def _page(
    request: Signed, appeal: Ref, *, said: drafts.Said | None = None, status: int = 200
) -> HttpResponse:
    actor, now = request.actor, clock.now()
    of = queries.appeal_of(actor=actor, appeal=appeal)
    request.unread = notices.see(actor=actor, now=now, conversation=appeal)
    measure = _measure(request, of)
    context: dict[str, Any] = {
        "ref": appeal,
        "one": appeals.told(of, now=now),
        "measure": measure,
        "violations": _violations(measure),
        "may_settle": can_settle_appeals(actor=actor),
        "verdicts": [
            (one.value, VERDICTS[one])
            for one in (Verdict.UPHELD, Verdict.CHANGED, Verdict.REVERSED)
            if measure or one is not Verdict.CHANGED
        ],
        "chosen": request.POST,
        "ticked": request.POST.getlist("take_back"),
        "longest": MAX_EXPLANATION,
        "key": drafts.fresh().key,
        "refusal": said,
    }
    return pages.render(request, "administrator/appeal.html", context, status=status)


def _measure(request: Signed, of: AppealShown) -> MeasureShown | None:
    if of.against is not Against.MEASURE:
        return None
    return queries.measure_of(actor=request.actor, measure=of.subject)


def _violations(measure: MeasureShown | None) -> list[dict[str, Any]]:
    if measure is None:
        return []
    return [
        {"id": str(one.id), "name": VIOLATIONS[one.kind], "at": clock.from_us(one.at)}
        for one in measure.basis.violations
    ]
