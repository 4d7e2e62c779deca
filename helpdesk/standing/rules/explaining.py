"""Each obligation with what it weighs and why; the lines sum to the score, exactly."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from helpdesk.standing.rules.ageing import weights_of
from helpdesk.standing.rules.capping import capped, scales_of
from helpdesk.standing.rules.valuing import counted
from helpdesk.standing.terms import Line, Point, State, Sums, Weights, Why


def lines(*, points: Sequence[Point], weights: Weights, on: date, at: int) -> list[Line]:
    """Of a UTC day, as the points stand at an instant (microseconds UTC) of it; the latest deadline first.

    Points that are too old to weigh anything are left out.
    """
    items = counted(points=points, weights=weights, on=on, at=at)
    by_age, scales = weights_of(weights), scales_of(items=items, weights=weights)
    known = {point.id: point for point in points}
    found = [
        Line(
            point=known[item.id],
            why=Why.COUNTS,
            age=item.age,
            base=Fraction(item.halves, 2),
            by_age=by_age[item.age],
            scale=Fraction(*scales[item.pair][item.with_order]),
            weight=weight,
            value=item.value,
        )
        for item, weight in zip(items, capped(items=items, weights=weights), strict=True)
    ]
    found += [Line(point=point, why=why) for point in points if (why := _why_not(point, at))]
    return sorted(found, key=lambda line: (line.point.deadline, line.point.id), reverse=True)


def summed(*, lines: Sequence[Line]) -> Sums:
    """What the lines come to: the sums of the score."""
    answers = [line for line in lines if line.point.is_answer]
    return Sums(
        n=sum(line.weight for line in lines),
        m=sum(line.weight * line.value for line in lines),
        answers_n=sum(line.weight for line in answers),
        answers_m=sum(line.weight * line.value for line in answers),
    )


def _why_not(point: Point, at: int) -> Why | None:
    if point.stands is State.EXCLUDED:
        return Why.EXCLUDED
    return Why.OPEN if point.stands is State.OPEN and at <= point.deadline else None
