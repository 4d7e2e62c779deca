"""Which dates a move ended, and how; which it began."""

from collections.abc import Sequence

from helpdesk.cases.terms.names import By, Verdict, Weight
from helpdesk.cases.terms.states import Closed, Date


def closings(
    *, before: Sequence[Date], after: Sequence[Date], side: By, at: int
) -> tuple[tuple[Closed, ...], tuple[Date, ...]]:
    """The dates that ran before and do not run after, with their verdicts; the dates that run anew."""
    then, now = {_key(one): one for one in before}, {_key(one): one for one in after}
    closed = tuple(
        Closed(code=one.code, owner=one.owner, due=one.due, verdict=verdict_of(one, side=side, at=at))
        for key, one in then.items()
        if key not in now
    )
    return closed, tuple(one for key, one in now.items() if key not in then)


def verdict_of(one: Date, *, side: By, at: int) -> Verdict:
    """How it ends when this side moves the case at this instant."""
    moved_by_owner = side.value == one.owner.value
    if one.weight is Weight.REMINDER:
        return Verdict.VOID
    if one.is_over(at):
        if moved_by_owner:
            return Verdict.LATE
        return Verdict.VOID if one.weight is Weight.WINDOW else Verdict.MISSED
    return Verdict.MET if moved_by_owner else Verdict.VOID


def _key(one: Date) -> tuple[str, int]:
    return one.code, one.event
