"""Reports to the Platform about the other side: what the pages of both sides share."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from helpdesk.conversations.terms import PAGE, ThreadView
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Refusal
from helpdesk.notifications import actions as notices
from helpdesk.portal import attaching, drafts, pages
from helpdesk.portal.errors import STATUS, stands_beside
from helpdesk.portal.hats import Signed
from helpdesk.reports import actions, policies, queries
from helpdesk.reports.terms import OUTSIDE, Channel, Line, Said, Subject
from helpdesk.reports.words import CHANNELS, WHATS

_LONGEST = 40  # characters of a code that a form sends


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What is chosen in the form; codes."""

    what: str = ""
    channel: str = Channel.HERE.value


def beside(*, actor: Actor, thread: ThreadView) -> dict[str, object]:
    """What stands at a thread's messages: which were reported, and, for a Buyer, which lead outside."""
    if not policies.can_report(actor=actor):
        return {}
    ref, said = thread.conversation, [one.id for one in thread.messages if one.side is Side.SELLER]
    return {
        "reported": queries.own_reports_in(actor=actor, conversation=ref),
        "outside": queries.outside(actor=actor, conversation=ref, messages=said),
        "report_at": reverse(f"{actor.side}:reports_conversation", args=[ref]),
    }


def index(request: Signed) -> HttpResponse:
    """The side's reports, the latest first, with what became of them."""
    return pages.render(request, "reports/list.html", {"rows": queries.own(actor=request.actor)})


def show(request: Signed, *, report: Ref) -> HttpResponse:
    """One report with its receipt, its outcome, and what can be done about that."""
    found = queries.report_of(actor=request.actor, report=report)
    request.unread = notices.see(actor=request.actor, now=clock.now(), conversation=report)
    settled = found.line.settled
    context = {
        "report": found,
        "filed": request.GET.get("filed") == "1",
        "redress": queries.redress(market=found.line.market, on=settled.at.date()) if settled else None,
        "accused": found.line.seller if request.actor.side is Side.BUYER else found.line.buyer,
        "before": max(-1, (found.line.n or 0) - PAGE // 2),  # so that the message stands on that page
        "letter_at": _letter_at(request, found.line),
        "thread": {"conversation": Ref(report.seller_id, found.line.chain)},  # what its files lie on
    }
    return pages.render(request, "reports/report.html", context)


def about_message(request: Signed, *, conversation: Ref, message: UUID) -> HttpResponse:
    """About one message of the other side's."""
    return _answer(request, Subject(conversation=conversation, message=message))


def about_conversation(request: Signed, *, conversation: Ref) -> HttpResponse:
    """About a thread: also what happened beside it, outside the Platform."""
    return _answer(request, Subject(conversation=conversation))


def about_order(request: Signed, *, order: Ref) -> HttpResponse:
    """About an order, whether or not anybody wrote about it."""
    return _answer(request, Subject(order=order))


def _answer(request: Signed, subject: Subject) -> HttpResponse:
    if not policies.can_report(actor=request.actor):
        queries.subject_shown(actor=request.actor, subject=subject)  # what is another's is not there at all
        raise Forbidden("report.not_yours")
    if request.method == "POST":
        return _file(request, subject)
    if subject.conversation and subject.message:
        known = queries.own_reports_in(actor=request.actor, conversation=subject.conversation)
        if subject.message in known:
            return redirect(f"{request.actor.side}:report", known[subject.message])
    return _page(request, subject, drafts.fresh(), Typed(what=_code(request.GET.get("what", ""))))


def _file(request: Signed, subject: Subject) -> HttpResponse:
    shown = queries.subject_shown(actor=request.actor, subject=subject)
    draft = attaching.read(request=request, seller_id=shown.seller_id)
    typed = Typed(
        what=_code(request.POST.get("what", "")),
        channel=_code(request.POST.get("channel", "")) or Channel.HERE.value,
    )
    try:
        filed = actions.file_report(
            actor=request.actor,
            now=clock.now(),
            subject=subject,
            said=_said(typed, draft),
            key=draft.key,
        )
    except Refusal as refusal:
        if not stands_beside(refusal) and not isinstance(refusal, Conflict):
            raise
        again = draft.refused(refusal, seen_n=None)
        return _page(request, subject, again, typed, status=STATUS[refusal.kind])
    return redirect(f"{reverse(f'{request.actor.side}:report', args=[filed.report])}?filed=1")


def _said(typed: Typed, draft: drafts.Draft) -> Said:
    """A place outside counts only where what happened may have come from there."""
    outside = typed.what in {what.value for what in OUTSIDE}
    channel = typed.channel if outside else Channel.HERE.value
    return Said(what=typed.what, channel=channel, words=draft.text, files=attaching.files(draft))


def _page(
    request: Signed, subject: Subject, draft: drafts.Draft, typed: Typed, *, status: int = 200
) -> HttpResponse:
    shown = queries.subject_shown(actor=request.actor, subject=subject)
    context = {
        "subject": subject,
        "shown": shown,
        "draft": draft,
        "typed": typed,
        "whats": [(what.value, name) for what, name in WHATS[request.actor.side].items()],
        "channels": [(channel.value, name) for channel, name in CHANNELS.items()],
        "asks_where": subject.message is None and request.actor.side is Side.BUYER,
        "action": _address(request, subject),
        "uploads": _uploads(request, subject),
        "back": _back(request, subject),
    }
    return pages.render(request, "reports/form.html", context, status=status)


def _letter_at(request: Signed, line: Line) -> str:
    """Where a reporter who disagrees writes: about the same thread or order."""
    if line.order is not None:
        return reverse(f"{request.actor.side}:letters_order", args=[line.order])
    return reverse(f"{request.actor.side}:letters_conversation", args=[line.file])


def _address(request: Signed, subject: Subject) -> str:
    side = request.actor.side
    if subject.order is not None:
        return reverse(f"{side}:reports_order", args=[subject.order])
    if subject.message is None:
        return reverse(f"{side}:reports_conversation", args=[subject.conversation])
    return reverse(f"{side}:reports_message", args=[subject.conversation, subject.message])


def _uploads(request: Signed, subject: Subject) -> str:
    if request.actor.side is Side.SELLER:
        return reverse("seller:uploads")
    if subject.order is not None:
        return reverse("buyer:order_uploads", args=[subject.order])
    return reverse("buyer:uploads", args=[subject.conversation])


def _back(request: Signed, subject: Subject) -> str:
    side = request.actor.side
    if subject.order is not None:
        return reverse(f"{side}:order", args=[subject.order])
    return reverse(f"{side}:conversation", args=[subject.conversation])


def _code(text: str) -> str:
    """As a form of ours writes it; anything else is no code."""
    return text if text.isascii() and len(text) <= _LONGEST else ""
