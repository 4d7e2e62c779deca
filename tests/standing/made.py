"""Obligations made for tests, and a slow reference in fractions with the same floors."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from math import floor
from uuid import UUID, uuid5

from hypothesis import strategies as st

from helpdesk.standing.rules.ageing import end_of
from helpdesk.standing.rules.scoring import score, sums
from helpdesk.standing.rules.shipped import shipped
from helpdesk.standing.rules.valuing import counted
from helpdesk.standing.terms import Matter, Point, Score, State, Sums

SPACE = UUID(int=9)
DAY_US = 86_400_000_000
HOUR_US = DAY_US // 24
ON = date(2026, 11, 23)
SELLER, CHAIN = UUID(int=7), UUID(int=8)


def point(
    n: int,
    *,
    buyer: int,
    state: State = State.MET,
    matter: Matter = Matter.ANSWER,
    with_order: bool = True,
    age: int = 0,
    overrun: int = 0,
) -> Point:
    """The n-th of a seller, with a deadline at the noon of the day `age` days before ON."""
    return Point(
        id=uuid5(SPACE, f"point {n}"),
        seller=SELLER,
        pair=uuid5(SPACE, f"buyer {buyer}"),
        chain=CHAIN,
        matter=matter,
        with_order=with_order,
        deadline=end_of(ON) - age * DAY_US - DAY_US // 2,
        state=state,
        overrun=overrun,
        by=uuid5(SPACE, f"entry {n}"),
    )


def several(states: Sequence[State], *, overrun: int = 0) -> list[Point]:
    """Fresh ones, each of a buyer of its own."""
    return [point(n, buyer=n, state=state, overrun=overrun) for n, state in enumerate(states)]


def summed(points: Sequence[Point], *, on: date = ON) -> Sums:
    """At the end of a day."""
    weights = shipped()
    return sums(items=counted(points=points, weights=weights, on=on, at=end_of(on) - 1), weights=weights)


def scored(points: Sequence[Point], *, on: date = ON) -> Score:
    """The same, as a score."""
    return score(total=summed(points, on=on), weights=shipped())


def points(*, most: int = 24, buyers: int = 5, old: int = 400) -> st.SearchStrategy[list[Point]]:
    """Lists of all kinds of obligations."""
    one = st.fixed_dictionaries(
        {
            "buyer": st.integers(0, buyers - 1),
            "state": st.sampled_from(State),
            "matter": st.sampled_from(Matter),
            "with_order": st.booleans(),
            "age": st.integers(0, old),
            "overrun": st.integers(0, 80 * HOUR_US),
        }
    )
    return st.lists(one, max_size=most).map(lambda drawn: [point(n, **each) for n, each in enumerate(drawn)])


def reference(points: Sequence[Point], *, on: date = ON, floors: bool = True) -> tuple[Fraction, Sums]:
    """p and its sums, written down once more from the design: slow, in fractions, nothing shared."""
    cut = floor if floors else (lambda exact: exact)
    kept = [(one, age) for one in points if (age := _age(one, on)) is not None and age <= 365]
    n = m = answers_n = answers_m = Fraction(0)
    for one, age in kept:
        weight = cut(nearest_weight(age) * _base(one) * _scale(one, [other for other, _ in kept]))
        worth = weight * cut(Fraction(2**16) * _value(one))
        n, m = n + weight, m + worth
        if one.matter is Matter.ANSWER:
            answers_n, answers_m = answers_n + weight, answers_m + worth
    p = (18 * Fraction(2**48) + m) / (20 * Fraction(2**48) + n * 2**16)
    if not floors:
        return p, Sums()
    return p, Sums(n=int(n), m=int(m), answers_n=int(answers_n), answers_m=int(answers_m))


def _age(one: Point, on: date) -> int | None:
    if one.state is State.EXCLUDED or (one.state is State.OPEN and one.deadline >= end_of(on) - 1):
        return None
    return max(0, (on - date(1970, 1, 1)).days - one.deadline // DAY_US)


@cache
def nearest_weight(age: int) -> int:
    """round(2^32 * 2^(-age/60)), by comparing 60th powers of whole numbers."""
    low, high = 0, 2**33
    while high - low > 1:  # the largest x with (2x - 1)^60 <= (2^33)^60 / 2^age
        middle = (low + high) // 2
        fits = (2 * middle - 1) ** 60 * 2**age <= 2 ** (33 * 60)
        low, high = (middle, high) if fits else (low, middle)
    return low


def _base(one: Point) -> Fraction:
    return Fraction(1, 2) if one.matter is Matter.PROMISE else Fraction(1)


def _scale(one: Point, kept: Sequence[Point]) -> Fraction:
    mine = [other for other in kept if other.pair == one.pair]
    without = sum((_base(other) for other in mine if not other.with_order), Fraction(0))
    first = min(Fraction(1), 1 / without) if without else Fraction(1)
    total = without * first + sum((_base(other) for other in mine if other.with_order), Fraction(0))
    second = min(Fraction(1), 3 / total)
    return second if one.with_order else first * second


def _value(one: Point) -> Fraction:
    if one.state is State.LATE:
        return max(Fraction(0), Fraction(1, 2) * (1 - Fraction(one.overrun, 72 * HOUR_US)))
    return Fraction(1 if one.state is State.MET else 0)
