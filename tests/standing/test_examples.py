"""The worked examples of the published rule, as they stand there."""

from fractions import Fraction

import pytest

from helpdesk.standing.rules.ageing import age_weights, end_of
from helpdesk.standing.rules.foreseeing import pair_of
from helpdesk.standing.rules.shipped import shipped
from helpdesk.standing.rules.valuing import late_value
from helpdesk.standing.terms import V_ONE, Level, State
from tests.standing.made import CHAIN, DAY_US, HOUR_US, ON, point, scored, several

MET, LATE, MISSED, OPEN = State.MET, State.LATE, State.MISSED, State.OPEN


@pytest.mark.parametrize(
    ("states", "overrun", "p", "f"),
    [
        ([], 0, "0.9000", "0.940"),
        ([MET] * 3, 0, "0.9130", "0.956"),
        ([MET] * 95 + [MISSED] * 5, 0, "0.9417", "0.990"),
        ([MET] * 950 + [MISSED] * 50, 0, "0.9490", "0.999"),
        ([MET] * 95 + [LATE] * 5, 6 * HOUR_US, "0.9608", "1.000"),
        ([MET] * 2 + [MISSED] * 3, 0, "0.8000", "0.820"),
        ([MET] * 60 + [MISSED] * 40, 0, "0.6500", "0.700"),
    ],
)
def test_a_worked_example(states: list[State], overrun: int, p: str, f: str) -> None:
    found = scored(several(states, overrun=overrun))
    assert f"{float(found.p):.4f}" == p
    assert f"{float(found.f):.3f}" == f
    assert found.rank_milli() == round(1000 * float(f))


def test_a_step_is_proposed_only_where_it_is_no_bad_luck() -> None:
    few, many = scored(several([MET] * 2 + [MISSED] * 3)), scored(several([MET] * 60 + [MISSED] * 40))
    assert not few.asks_for_step
    assert many.asks_for_step
    assert (round(many.lower, 3), round(many.upper, 3)) == (0.502, 0.691)


@pytest.mark.parametrize(("met", "asks"), [(14, False), (13, False), (12, True)])
def test_of_twenty_answers_the_upper_bound_decides(met: int, asks: bool) -> None:
    found = scored(several([MET] * met + [MISSED] * (20 - met)))
    assert found.asks_for_step is asks is (found.upper < 0.8)


@pytest.mark.parametrize(
    ("met", "missed", "level"),
    [
        (4, 0, Level.NEW),
        (5, 0, Level.RATED),
        (49, 0, Level.RATED),
        (50, 0, Level.RELIABLE),
        (97, 3, Level.RELIABLE),
        (95, 5, Level.RATED),
    ],
)
def test_the_level_of_a_seller(met: int, missed: int, level: Level) -> None:
    found = scored(several([MET] * met + [MISSED] * missed))
    assert found.level is level


def test_the_pair_for_three_open_questions() -> None:
    """At n 100 and p 0.92: 92.4 of 100, the last of them late."""
    rated = several([MET] * 92 + [LATE] + [MISSED] * 7, overrun=144 * HOUR_US // 10)
    open_ones = [point(n, buyer=n, state=OPEN, age=-2) for n in range(200, 203)]
    assert round(float(scored(rated).p), 4) == 0.92
    overruns = {one.id: 0 for one in open_ones}
    found = pair_of(
        points=rated + open_ones, overruns=overruns, weights=shipped(), on=ON, at=end_of(ON) - DAY_US
    )
    assert (f"{float(found.answered.p):.3f}", f"{float(found.left.p):.3f}") == ("0.922", "0.898")


def test_the_pair_for_an_overdue_question_is_its_late_value_against_nothing() -> None:
    overdue = point(1, buyer=1, state=OPEN, age=1)
    found = pair_of(
        points=[overdue], overruns={overdue.id: 36 * HOUR_US}, weights=shipped(), on=ON, at=end_of(ON) - 1
    )
    assert found.left.m == 0
    assert found.answered.n == found.left.n
    assert found.answered.m == found.answered.n / 4


def test_late_beats_never_until_72_counted_hours() -> None:
    weights = shipped()
    values = [late_value(overrun=hours * HOUR_US, weights=weights) for hours in (0, 6, 36, 72, 100)]
    assert values == [V_ONE // 2, 30037, V_ONE // 4, 0, 0]
    assert late_value(overrun=72 * HOUR_US - 1, weights=weights) == 0  # rounded down


def test_age_weights_halve_every_sixty_days() -> None:
    weights = age_weights(half_life_days=60, days=365)
    assert [weights[d] for d in (0, 60, 120, 180)] == [2**32, 2**31, 2**30, 2**29]
    assert weights[1] == round(2**32 * 2 ** (-1 / 60))
    assert len(weights) == 366


def test_measures_multiply_the_visibility() -> None:
    found = scored([])
    assert (found.rank_milli(), found.rank_milli(measure=800)) == (940, 752)
    assert scored(several([MET] * 60 + [MISSED] * 40)).rank_milli(measure=800) == 560


def test_one_buyer_without_an_order_weighs_one_and_with_orders_three() -> None:
    flood = [point(n, buyer=1, with_order=False, state=MISSED) for n in range(50)]
    orders = [point(n, buyer=1, state=MISSED) for n in range(50, 100)]
    tolerance = Fraction(100, 2**32)
    assert 0 <= 1 - scored(flood).n < tolerance
    assert 0 <= 3 - scored(flood + orders).n < tolerance
    assert flood[0].chain == CHAIN
