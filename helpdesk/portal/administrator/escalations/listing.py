"""The queue of escalations: cases in which the Platform must act, by when; not a word of either side."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.cases import words
from helpdesk.cases.terms.deeds import CaseShown
from helpdesk.cases.terms.names import Owner
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.oversight import queries
from helpdesk.portal import drafts, pages, places
from helpdesk.portal.cases import views
from helpdesk.portal.hats import Signed

_SHOWN = (
    "information",
    "platform_answer",
    "buyer_evidence",
    "seller_evidence",
    "decision",
    "appeal_decision",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One case in the reader's words: `due` is what is owed next, `beside` what else runs.

    `waits` says for whom the Platform waits, "" where it must act itself.
    """

    of: CaseShown
    name: str
    stage: str
    key: str
    waits: str
    due: views.Due | None
    beside: Sequence[views.Due]


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """What waits, the most urgent first; opening one of them leaves its entry."""
    actor, now, limit = request.actor, clock.now(), queries.ESCALATIONS
    found = queries.escalations(
        actor=actor, now=now, limit=limit + 1, market=request.market, after=places.read(request)
    )
    last = found[limit - 1] if len(found) > limit else None
    context = {
        "rows": [row(one, request) for one in found[:limit]],
        "next": places.written(at=last.listed_at, id=last.ref.id) if last and last.listed_at else "",
        "done": request.GET.get("done") == "1",
    }
    return pages.render(request, "administrator/escalations.html", context)


def row(of: CaseShown, request: Signed) -> Row:
    """With the dates that run before the Platform."""
    now, reader = clock.now(), request.actor.side
    dues = [
        views.due(of=one, reader=reader, now=now, zone=request.zone) for one in of.dates if one.code in _SHOWN
    ]
    first = next((one for one in dues if of.due is not None and one.code == of.due.code), None)
    return Row(
        of=of,
        name=str(words.KINDS[of.kind]),
        stage=str(words.STAGES[of.stage]),
        key=drafts.fresh().key,
        waits="" if of.waiting_on is Owner.PLATFORM else str(words.WAITING[of.waiting_on]),
        due=first,
        beside=[one for one in dues if one is not first],
    )
