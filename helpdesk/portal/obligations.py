"""An obligation in words: what was owed, what became of it, and where a dispute of it stands."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, pgettext

from helpdesk.cases.words import DATES
from helpdesk.deadlines.words import duration
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.standing.terms import Point, State
from helpdesk.standing.terms.disputes import Dispute, Outcome, Ruling
from helpdesk.standing.words import CLAIMS, MATTERS, OUTCOMES, RULED, SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A dispute in the reader's words; `reason` is empty where the verdict stands, or nobody decided."""

    of: Dispute
    claim: str
    outcome: str
    reason: str
    is_late: bool


def what_of(point: Point, /) -> str:
    """What was owed."""
    return str(DATES.get(point.code, MATTERS[point.matter]))


def verdict_of(point: Point, /, *, at: int) -> str:
    """What became of it, at an instant (microseconds UTC)."""
    if point.stands is State.OPEN:
        return gettext("not due yet") if at <= point.deadline else gettext("overdue and still open")
    if point.stands is State.EXCLUDED:
        return gettext("left out")
    if point.stands is State.MET:
        return pgettext("an obligation", "in time")
    if point.stands is State.MISSED:
        return gettext("not answered") if point.is_answer else pgettext("an obligation", "missed")
    if point.overrun:
        return gettext("%(time)s late") % {"time": duration(amount_us=point.overrun)}
    return pgettext("an obligation", "late")


def told(of: Dispute, /, *, now: datetime) -> Told:
    """One dispute."""
    return Told(
        of=of,
        claim=str(CLAIMS[of.claim]),
        outcome=str(OUTCOMES[of.outcome]) if of.outcome else "",
        reason=_reason(of),
        is_late=of.is_late(now=now),
    )


def _reason(of: Dispute) -> str:
    if not of.reason:
        return ""
    named = SHOWN if of.outcome is Outcome.MET else RULED
    return str({code.value: sentence for code, sentence in named.items()}[of.reason])


def seen(point: Point, ruling: Ruling | None, /, *, seller_id: int, now: datetime) -> dict[str, object]:
    """An obligation as the desk looks at it."""
    at = clock.to_us(now)
    return {
        "ref": Ref(seller_id, point.id),
        "ruling": ruling,
        "ruled": RULED[ruling.ruled] if ruling else "",
        "what": what_of(point),
        "verdict": verdict_of(point, at=at),
        "due_at": clock.from_us(point.deadline),
        "may_exclude": point.ruled is None and point.state is not State.EXCLUDED,
    }
