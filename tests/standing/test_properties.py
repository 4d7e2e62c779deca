"""What holds of every score, whatever happened."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.standing.rules.ageing import age_weights, end_of
from helpdesk.standing.rules.capping import capped
from helpdesk.standing.rules.scoring import score
from helpdesk.standing.rules.shipped import shipped
from helpdesk.standing.rules.valuing import counted
from helpdesk.standing.terms import NOTHING, W_ONE, Matter, Point, State
from tests.standing.made import (
    DAY_US,
    HOUR_US,
    ON,
    nearest_weight,
    point,
    points,
    reference,
    scored,
    several,
    summed,
)

ORDER = st.randoms(use_true_random=False)


@given(points())
def test_it_is_what_the_slow_reference_says(all_points: list[Point]) -> None:
    p, sums = reference(all_points)
    assert summed(all_points) == sums
    assert scored(all_points).p == p


def testnearest_weights_are_the_nearest_whole_numbers() -> None:
    assert [nearest_weight(d) for d in range(366)] == list(age_weights(half_life_days=60, days=365))


@given(points())
def test_it_is_bounded(all_points: list[Point]) -> None:
    found = scored(all_points)
    assert (
        Fraction(18, 20 + len(all_points)) <= found.p <= Fraction(18 + len(all_points), 20 + len(all_points))
    )
    assert Fraction(7, 10) <= found.f <= 1
    assert 700 <= found.rank_milli() <= 1000
    assert 0 <= found.m <= found.n


@given(points(), ORDER)
def test_order_makes_no_difference(all_points: list[Point], random: Random) -> None:
    mixed = random.sample(all_points, len(all_points))
    assert summed(mixed) == summed(all_points)


@given(points(), st.integers(0, 31))
def test_shards_by_buyer_merge_to_the_same(all_points: list[Point], cut: int) -> None:
    buyers = sorted({one.pair for one in all_points})
    first = {pair for place, pair in enumerate(buyers) if cut >> place & 1}
    one = [each for each in all_points if each.pair in first]
    two = [each for each in all_points if each.pair not in first]
    assert summed(one) + summed(two) + NOTHING == summed(all_points)


@given(points(), st.data())
def test_an_earlier_answer_never_lowers_it(all_points: list[Point], data: st.DataObject) -> None:
    late = [one for one in all_points if one.state in (State.LATE, State.MISSED)]
    if not late:
        return
    chosen = data.draw(st.sampled_from(late))
    overrun = data.draw(st.integers(0, chosen.overrun if chosen.state is State.LATE else 90 * HOUR_US))
    state = data.draw(st.sampled_from([State.LATE, State.MET]))
    earlier = [
        replace(one, state=state, overrun=overrun) if one.id == chosen.id else one for one in all_points
    ]
    assert scored(earlier).p >= scored(all_points).p


@given(points(), st.integers(0, 5), st.booleans(), st.sampled_from(Matter))
def test_a_new_one_in_time_never_lowers_it_and_one_without_answer_never_raises_it(
    all_points: list[Point], buyer: int, with_order: bool, matter: Matter
) -> None:
    """Exactly so in fractions; of the floors, each line may lose one unit of 2**-32."""
    new = point(999, buyer=buyer, with_order=with_order, matter=matter)
    missed = replace(new, state=State.MISSED)
    before = reference(all_points, floors=False)[0]
    assert reference([*all_points, missed], floors=False)[0] <= before
    assert reference([*all_points, new], floors=False)[0] >= before
    unit = Fraction(len(all_points) + 1, W_ONE)
    assert scored([*all_points, missed]).p <= scored(all_points).p + unit
    assert scored([*all_points, new]).p >= scored(all_points).p - unit


@given(points(buyers=6))
def test_one_buyers_influence_is_limited(all_points: list[Point]) -> None:
    pair = point(0, buyer=0).pair
    without = [one for one in all_points if one.pair != pair]
    moved = abs(scored(all_points).p - scored(without).p)
    assert moved <= 3 / (20 + scored(all_points).n) + Fraction(1, 2**28)


@given(points(old=300), st.integers(1, 30))
def test_left_alone_it_moves_towards_the_prior(all_points: list[Point], days: int) -> None:
    decided = [replace(one, state=State.MISSED) if one.state is State.OPEN else one for one in all_points]
    prior = Fraction(9, 10)
    now, later = scored(decided).p, scored(decided, on=ON + timedelta(days=days)).p
    assert abs(later - prior) <= abs(now - prior) + Fraction(1, 2**28)
    assert (later - prior) * (now - prior) >= -Fraction(1, 2**28)


@given(points(), points(most=6))
def test_open_ones_before_their_deadline_change_nothing(all_points: list[Point], more: list[Point]) -> None:
    due_later = [replace(one, state=State.OPEN, deadline=end_of(ON) + DAY_US) for one in more]
    assert summed(all_points + due_later) == summed(all_points)


@given(points(), st.data())
def test_an_exclusion_is_exactly_reversible(all_points: list[Point], data: st.DataObject) -> None:
    if not all_points:
        return
    chosen = data.draw(st.sampled_from(all_points))
    rest = [one for one in all_points if one.id != chosen.id]
    assert summed([*rest, replace(chosen, state=State.EXCLUDED)]) == summed(rest)
    assert summed([*rest, replace(replace(chosen, state=State.EXCLUDED), state=chosen.state)]) == summed(
        all_points
    )


@given(points())
def test_the_explanation_sums_to_m_and_n(all_points: list[Point]) -> None:
    weights = shipped()
    items = counted(points=all_points, weights=weights, on=ON, at=end_of(ON) - 1)
    parts = capped(items=items, weights=weights)
    total = summed(all_points)
    assert sum(parts) == total.n
    assert sum(part * item.value for part, item in zip(parts, items, strict=True)) == total.m
    assert score(total=total, weights=weights).n == Fraction(sum(parts), W_ONE)


@given(points())
def test_promises_and_steps_never_propose_a_measure(all_points: list[Point]) -> None:
    other = [replace(one, matter=Matter.PROMISE, state=State.MISSED) for one in all_points]
    assert not scored(other).asks_for_step
    assert summed(other).answers_n == 0


def test_bounds_decided_exactly_are_those_that_are_shown() -> None:
    for met in range(20, 120, 7):
        for missed in range(0, 40, 3):
            found = scored(several([State.MET] * met + [State.MISSED] * missed))
            assert found.asks_for_step is (met + missed >= 20 and found.upper < 0.8)
