"""Appeals at the desk: which wait, and one of them beside the reasons that it is against."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.policies import can_settle_appeals
from helpdesk.enforcement.terms import MAX_EXPLANATION, MeasureKind, MeasureShown
from helpdesk.enforcement.terms.appeals import Against, AppealShown, Instead, Verdict
from helpdesk.enforcement.words import MEASURES, VERDICTS, VIOLATIONS
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from helpdesk.notifications import actions as notices
from helpdesk.oversight import queries as oversight
from helpdesk.oversight.terms import Reason
from helpdesk.portal import appeals, drafts, pages, places
from helpdesk.portal.administrator import reviews
from helpdesk.portal.hats import Signed

_PAGE = 25
_DIGITS = 3  # of days
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
def open_file(request: Signed, appeal: Ref) -> HttpResponse:
    """The files that came with it; the appeal is the reason."""
    queries.appeal_of(actor=request.actor, appeal=appeal)
    return reviews.opened(
        request, conversation=appeal, reason=Reason.APPEAL, to="administrator:appeal", of=appeal
    )


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
            instead=_instead(request),
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


def _instead(request: Signed) -> Instead | None:
    """What the form chooses beside "right in part"; nothing where the measure just ends. Raises Invalid."""
    kind, days = request.POST.get("instead", ""), request.POST.get("days", "") or "0"
    if request.POST.get("verdict") != Verdict.CHANGED or not kind:
        return None
    if kind not in list(MeasureKind):
        raise Invalid("appeal.instead", field="instead")
    if not (days.isascii() and days.isdigit() and len(days) <= _DIGITS):
        raise Invalid("appeal.instead_days", field="days")
    taking = MeasureKind(kind) not in (MeasureKind.NOTICE, MeasureKind.WARNING)
    return Instead(kind=MeasureKind(kind), days=int(days) if taking else 0)


def _page(
    request: Signed, appeal: Ref, *, said: drafts.Said | None = None, status: int = 200
) -> HttpResponse:
    actor, now = request.actor, clock.now()
    of = queries.appeal_of(actor=actor, appeal=appeal)
    request.unread = notices.see(actor=actor, now=now, conversation=appeal)
    measure, milder = _measure(request, of)
    context: dict[str, Any] = {
        "ref": appeal,
        "one": appeals.told(of, now=now),
        "measure": measure,
        "violations": _violations(measure),
        "milder": milder,
        "of_buyer": of.against is Against.REFUSAL,
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
    context |= _opened(request, of)
    return pages.render(request, "administrator/appeal.html", context, status=status)


def _opened(request: Signed, of: AppealShown) -> dict[str, Any]:
    """What a reading of the appeal shows: the message that was not sent, and the files that came with it."""
    actor, now = request.actor, clock.now()
    if of.against is Against.REFUSAL:
        refused = oversight.refusal_read(actor=actor, now=now, appeal=of.ref, attempt=of.subject)
        return {"refused": refused} | (appeals.evidence(actor=actor, of=of) if refused else {})
    if not of.files or oversight.reading_in_force(actor=actor, now=now, conversation=of.ref) is None:
        return {}
    return appeals.evidence(actor=actor, of=of)


def _measure(request: Signed, of: AppealShown) -> tuple[MeasureShown | None, list[dict[str, Any]]]:
    """With what the form offers instead, by name."""
    if of.against is not Against.MEASURE:
        return None, []
    if of.verdict is not None:
        return queries.measure_of(actor=request.actor, measure=of.subject), []
    found, milder = queries.measure_appealed(actor=request.actor, now=clock.now(), measure=of.subject)
    return found, [{"kind": one.kind.value, "name": MEASURES[one.kind], "most": one.most} for one in milder]


def _violations(measure: MeasureShown | None) -> list[dict[str, Any]]:
    if measure is None:
        return []
    return [
        {"id": str(one.id), "name": VIOLATIONS[one.kind], "at": clock.from_us(one.at)}
        for one in measure.basis.violations
    ]
