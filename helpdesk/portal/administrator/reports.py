"""Reports at the desk: which wait, and one of them once its file is open."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, Refusal
from helpdesk.notifications import actions as notices
from helpdesk.oversight import actions
from helpdesk.oversight import queries as oversight
from helpdesk.oversight.policies import can_read_files
from helpdesk.oversight.terms import Reason
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed
from helpdesk.reports import policies, queries
from helpdesk.reports.terms import FOUND_OF, MAX_REASON, USUAL, Found, Line, Outcome, Ruling
from helpdesk.reports.words import FOUND, OUTCOMES

_SETTLED = 15  # of the latest that the page shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was chosen so far; a page that is shown again keeps it."""

    outcome: str = ""
    found: str = ""
    reason: str = ""


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """Those that wait, the most urgent first, and the latest decisions; not a word of them."""
    actor, market = request.actor, request.market
    context = {
        "waiting": queries.waiting(actor=actor, market=market),
        "settled": queries.settled(actor=actor, market=market, limit=_SETTLED),
        "done": request.GET.get("done") == "1",
    }
    return pages.render(request, "administrator/reports.html", context)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, report: Ref) -> HttpResponse:
    """The report while a reading is in force, else the way to open its file: the report is the reason."""
    line = _line(request, report)
    if oversight.reading_in_force(actor=request.actor, now=clock.now(), conversation=line.file) is None:
        context = {"line": line, "opening": _address("report_readings", report), "key": drafts.fresh().key}
        return pages.render(request, "administrator/report_opening.html", context)
    return _page(request, report)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def open_file(request: Signed, report: Ref) -> HttpResponse:
    """Leave the trace, then show the report."""
    line = _line(request, report)
    actions.open_file(
        actor=request.actor,
        now=clock.now(),
        conversation=line.file,
        reason=Reason.REPORT.value,
        key=drafts.key_of(request.POST),
        item=report,
    )
    return redirect("administrator:report", report)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def decide(request: Signed, report: Ref) -> HttpResponse:
    """One decision, and back to what waits; a refusal keeps what was chosen and says why."""
    form = request.POST
    typed = Typed(
        outcome=form.get("outcome", ""),
        found=form.get("found", ""),
        reason=form.get("reason", "").replace("\r\n", "\n"),
    )
    try:
        actions.settle_report(
            actor=request.actor,
            now=clock.now(),
            report=report,
            ruling=_ruling(typed),
            key=drafts.key_of(form),
        )
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        return _page(request, report, typed, drafts.said(refusal), status=STATUS[refusal.kind])
    return redirect(f"{reverse('administrator:reports')}?done=1")


def _ruling(typed: Typed) -> Ruling:
    """Raises Invalid for what no form of ours sends. What was found counts only where it is founded."""
    if typed.outcome not in list(Outcome):
        raise Invalid("report.outcome", field="outcome")
    outcome = Outcome(typed.outcome)
    if outcome is not Outcome.FOUNDED:
        return Ruling(outcome=outcome, reason=typed.reason)
    if typed.found not in list(Found):
        raise Invalid("report.found", field="found")
    return Ruling(outcome=outcome, found=Found(typed.found), reason=typed.reason)


def _page(
    request: Signed,
    report: Ref,
    typed: Typed | None = None,
    refusal: drafts.Said | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    found = oversight.read_report(actor=request.actor, now=clock.now(), report=report)
    request.unread = notices.see(actor=request.actor, now=clock.now(), conversation=report)
    line = found.report.line
    context = {
        "open": found,
        "report": found.report,
        "thread": {"conversation": Ref(report.seller_id, line.chain)},  # what its files lie on
        "around": found.thread,
        "typed": typed or _usual(line),
        "refusal": refusal,
        "outcomes": [(outcome.value, name) for outcome, name in OUTCOMES.items()],
        "kinds": [(kind.value, FOUND[kind]) for kind in FOUND_OF[line.accused]],
        "longest": MAX_REASON,
        "action": _address("report_decisions", report),
        "key": drafts.fresh().key,
        "may_settle": policies.can_settle(actor=request.actor),
    }
    return pages.render(request, "administrator/report.html", context, status=status)


def _usual(line: Line) -> Typed:
    """What it would count as, so that a founded one is two clicks."""
    usual = USUAL.get(line.what)
    return Typed(found=usual.value if usual in FOUND_OF[line.accused] and usual else "")


def _line(request: Signed, report: Ref) -> Line:
    """Raises NotFound, Forbidden (those who read no files)."""
    if not can_read_files(actor=request.actor):
        raise Forbidden("oversight.not_yours")
    return queries.line_of(actor=request.actor, report=report)


def _address(name: str, report: Ref) -> str:
    return reverse(f"administrator:{name}", args=[report])
