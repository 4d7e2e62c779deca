"""Which verdicts may be disputed, and what a decision makes of an obligation."""

from collections.abc import Sequence

from helpdesk.standing.terms import Point, Ruled, State
from helpdesk.standing.terms.disputes import EXCLUDING, SHOWING, Dispute, Outcome

_AGAINST = (State.LATE, State.MISSED)


def is_against(point: Point, /, *, at: int) -> bool:
    """Whether it counts against its Seller at an instant (microseconds UTC): late, missed, or overdue."""
    return point.stands in _AGAINST or (point.stands is State.OPEN and at > point.deadline)


def fits(*, outcome: str, reason: str) -> bool:
    """Whether this reason may be given for this outcome."""
    return reason in {
        Outcome.UPHELD: ("",),
        Outcome.EXCLUDED: tuple(EXCLUDING),
        Outcome.MET: tuple(SHOWING),
    }.get(Outcome(outcome), ())


def ruled(*, outcome: str, reason: str) -> Ruled | None:
    """What an outcome lays over the obligation; None where the verdict stands."""
    if outcome == Outcome.UPHELD:
        return None
    return Ruled.MET if outcome == Outcome.MET else Ruled(reason)


def is_disputable(point: Point, /, *, at: int, disputes: Sequence[Dispute]) -> bool:
    """Whether this verdict may be disputed now: nobody did, and no dispute of the obligation waits."""
    return is_against(point, at=at) and not any(
        one.outcome is None or one.verdict == point.by for one in disputes
    )
