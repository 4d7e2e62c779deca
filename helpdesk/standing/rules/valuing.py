"""What one obligation is worth, and which count at all."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from helpdesk.standing.rules.ageing import age
from helpdesk.standing.terms import MILLI, V_ONE, Counted, Matter, Point, State, Weights

_HOUR_US: Final = 3_600_000_000


def counted(*, points: Iterable[Point], weights: Weights, on: date, at: int) -> list[Counted]:
    """The points that count on a day, as they stand at an instant (microseconds UTC) of it."""
    return [
        Counted(
            id=point.id,
            pair=point.pair,
            halves=halves(matter=point.matter, weights=weights),
            with_order=point.with_order,
            is_answer=point.matter is Matter.ANSWER,
            age=old,
            value=value(state=point.stands, overrun=point.overrun, weights=weights),
        )
        for point in points
        if counts(state=point.stands, deadline=point.deadline, at=at)
        and (old := age(deadline=point.deadline, on=on)) <= weights.days
    ]


def counts(*, state: State, deadline: int, at: int) -> bool:
    """Nothing excluded, and nothing that is still open in time."""
    return state is not State.EXCLUDED and (state is not State.OPEN or at > deadline)


def value(*, state: State, overrun: int, weights: Weights) -> int:
    """In 2**-16, rounded down. `overrun` in counted microseconds: late beats never, and less so each hour."""
    if state is State.MET:
        return V_ONE
    return late_value(overrun=overrun, weights=weights) if state is State.LATE else 0


def late_value(*, overrun: int, weights: Weights) -> int:
    """What an answer so late is worth, in 2**-16, rounded down."""
    whole = weights.late_hours * _HOUR_US
    return max(0, V_ONE * weights.late * (whole - overrun) // (MILLI * whole))


def halves(*, matter: Matter, weights: Weights) -> int:
    """The base weight in halves."""
    return weights.promise if matter is Matter.PROMISE else weights.answer
