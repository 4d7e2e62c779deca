"""Disputed verdicts at the desk: which wait, and one of them beside what the record says of it."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.notifications import actions as notices
from helpdesk.oversight import actions
from helpdesk.oversight import queries as oversight
from helpdesk.oversight.terms import Reason
from helpdesk.portal import drafts, obligations, pages, places
from helpdesk.portal.administrator import reviews
from helpdesk.portal.hats import Signed
from helpdesk.standing import queries
from helpdesk.standing.policies import can_settle
from helpdesk.standing.terms.disputes import EXCLUDING, MAX_WORDS, SHOWING, Outcome
from helpdesk.standing.words import OUTCOMES, RULED, SHOWN

_PAGE = 25
_LATEST = 15  # decisions that the list shows
LIST = "administrator:disputes"


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """Those that wait, what is due first at the top, and the latest decisions; not a word of them."""
    actor, market, now = request.actor, request.market, clock.now()
    after = places.read(request)
    found = queries.disputes_waiting(actor=actor, limit=_PAGE + 1, after=after, market=market)
    last = found[_PAGE - 1] if len(found) > _PAGE else None
    settled = queries.disputes_settled(actor=actor, limit=_LATEST, market=market)
    context = {
        "waiting": [obligations.told(one, now=now) for one in found[:_PAGE]],
        "settled": [obligations.told(one, now=now) for one in settled],
        "next": places.written(at=last.due_at, id=last.ref.id) if last else "",
        "done": request.GET.get("done") == "1",
    }
    return pages.render(request, "administrator/disputes.html", context)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, dispute: Ref) -> HttpResponse:
    """What the shop says beside what the record says; before that, the way to open the file."""
    return _page(request, dispute)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def open_file(request: Signed, dispute: Ref) -> HttpResponse:
    """The dispute is the reason."""
    of = queries.dispute_of(actor=request.actor, dispute=dispute, with_words=False)
    return reviews.opened(
        request, conversation=of.conversation, reason=Reason.DISPUTE, to="administrator:dispute", of=dispute
    )


@require_POST
@pages.only(Side.ADMINISTRATOR)
def settle(request: Signed, dispute: Ref) -> HttpResponse:
    """One decision, with the words that the shop reads."""
    outcome, _, reason = request.POST.get("decision", "").partition("/")
    return reviews.decided(
        lambda: actions.settle_dispute(
            actor=request.actor,
            now=clock.now(),
            dispute=dispute,
            outcome=outcome,
            reason=reason,
            words=request.POST.get("words", "").replace("\r\n", "\n"),
            key=drafts.key_of(request.POST),
        ),
        again=lambda said, status: _page(request, dispute, said=said, status=status),
        to=LIST,
    )


def _page(
    request: Signed, dispute: Ref, *, said: drafts.Said | None = None, status: int = 200
) -> HttpResponse:
    actor, now = request.actor, clock.now()
    of = queries.dispute_of(actor=actor, dispute=dispute, with_words=False)
    reading = oversight.reading_in_force(actor=actor, now=now, conversation=of.conversation)
    context: dict[str, Any] = {"ref": dispute, "key": drafts.fresh().key, "refusal": said}
    if reading is None:
        context["one"] = obligations.told(of, now=now)
        return pages.render(request, "administrator/dispute_closed.html", context, status=status)
    request.unread = notices.see(actor=actor, now=now, conversation=dispute)
    full = oversight.read_dispute(actor=actor, now=now, dispute=dispute)
    context |= {
        "one": obligations.told(full, now=now),
        "reading": reading,
        "owed": _owed(request, full.conversation, full.point),
        "may_settle": can_settle(actor=actor),
        "groups": _groups(),
        "chosen": request.POST,
        "longest": MAX_WORDS,
    }
    return pages.render(request, "administrator/dispute.html", context, status=status)


def _owed(request: Signed, conversation: Ref, point: Ref) -> dict[str, object] | None:
    now = clock.now()
    found = oversight.read_obligations(actor=request.actor, now=now, conversation=conversation)
    return next(
        (
            obligations.seen(one, ruling, seller_id=point.seller_id, now=now)
            for one, ruling in found
            if one.id == point.id
        ),
        None,
    )


def _groups() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """Ways to decide: an outcome, and under it the reasons that fit, each as the form sends it."""
    return [
        (OUTCOMES[Outcome.EXCLUDED], [(f"{Outcome.EXCLUDED}/{one}", RULED[one]) for one in EXCLUDING]),
        (OUTCOMES[Outcome.MET], [(f"{Outcome.MET}/{one}", SHOWN[one]) for one in SHOWING]),
    ]
