"""The lines of a score: each obligation with its weight, summing to the score; and what is told beside it."""

from datetime import timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.standing.rules.ageing import end_of
from helpdesk.standing.rules.explaining import lines, summed
from helpdesk.standing.rules.shipped import shipped
from helpdesk.standing.rules.tallying import quantile, spread, tally, weeks
from helpdesk.standing.terms import V_ONE, W_ONE, Line, Matter, Point, State, Why
from tests.standing.made import DAY_US, HOUR_US, ON, point, points, scored, several
from tests.standing.made import summed as sums_of

AT = end_of(ON) - 1


def explained(made: list[Point]) -> list[Line]:
    return lines(points=made, weights=shipped(), on=ON, at=AT)


@given(made=points())
def test_the_lines_sum_to_the_score_exactly(made: list[Point]) -> None:
    assert summed(lines=explained(made)) == sums_of(made)


@given(made=points())
def test_what_a_line_lacks_is_what_the_score_would_gain(made: list[Point]) -> None:
    found, score = explained(made), scored(made)
    lost = sum((line.lost for line in found), Fraction(0))
    assert lost == score.n - score.m
    assert all(line.lost == 0 for line in found if line.why is not Why.COUNTS)


@given(made=points())
def test_base_age_and_the_buyers_share_make_the_weight(made: list[Point]) -> None:
    for line in explained(made):
        if line.why is Why.COUNTS:
            exact = line.by_age * line.base * line.scale
            assert line.weight == int(exact)
            assert 0 < line.scale <= 1


def test_the_latest_deadline_stands_first_and_what_is_too_old_is_left_out() -> None:
    made = [point(n, buyer=n, age=age) for n, age in enumerate((400, 3, 0, 365))]
    assert [line.age for line in explained(made)] == [0, 3, 365]


def test_what_does_not_count_says_why() -> None:
    waiting = point(1, buyer=1, state=State.OPEN, age=-2)
    overdue = point(2, buyer=2, state=State.OPEN, age=1)
    spared = point(3, buyer=3, state=State.EXCLUDED, age=2)
    found = explained([spared, overdue, waiting])
    assert [(line.why, line.weight > 0) for line in found] == [
        (Why.OPEN, False),
        (Why.COUNTS, True),
        (Why.EXCLUDED, False),
    ]
    assert found[1].value == 0


def test_a_promise_weighs_half_and_a_late_answer_is_worth_half_at_most() -> None:
    late = point(1, buyer=1, state=State.LATE, overrun=36 * HOUR_US)
    promise = point(2, buyer=2, matter=Matter.PROMISE)
    by_id = {line.point.id: line for line in explained([late, promise])}
    assert (by_id[late.id].weight, by_id[late.id].value) == (W_ONE, V_ONE // 4)
    assert by_id[late.id].lost == Fraction(3, 4)
    assert by_id[promise.id].weight == W_ONE // 2


def test_a_tally_counts_those_that_count_and_looks_back_to_an_instant() -> None:
    states = [State.MET, State.MET, State.LATE, State.MISSED, State.OPEN, State.EXCLUDED]
    found = explained(several(states))
    whole = tally(lines=found, since=AT - DAY_US)
    assert (whole.met, whole.late, whole.missed, whole.due) == (2, 1, 2, 5)
    assert whole.share == 0.4
    later = tally(lines=found, since=AT)
    assert (later.due, later.share) == (0, None)


@given(made=points(old=120))
def test_thirteen_weeks_hold_each_obligation_of_91_days_once(made: list[Point]) -> None:
    found = explained(made)
    told = weeks(lines=found, on=ON, count=13)
    assert [week.first_on for week in told] == [
        ON - timedelta(days=7 * back + 6) for back in range(12, -1, -1)
    ]
    inside = [line for line in found if line.why is Why.COUNTS and line.age < 91]
    assert sum(week.tally.due for week in told) == len(inside)


def test_a_week_holds_what_was_due_in_its_seven_days() -> None:
    made = [point(n, buyer=n, age=age) for n, age in enumerate((0, 6, 7, 13, 14))]
    told = weeks(lines=explained(made), on=ON, count=3)
    assert [week.tally.met for week in told] == [1, 2, 2]


def test_exactly_24_hours_lie_before_the_line_and_a_moment_more_behind_it() -> None:
    width = 4 * HOUR_US
    found = spread(amounts=[0, 1, width, 24 * HOUR_US, 24 * HOUR_US + 1, 500 * HOUR_US], width=width, bins=13)
    assert found == [3, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1]


@given(amounts=st.lists(st.integers(0, 100 * HOUR_US), max_size=40))
def test_every_amount_is_in_one_bin(amounts: list[int]) -> None:
    assert sum(spread(amounts=amounts, width=4 * HOUR_US, bins=13)) == len(amounts)


@given(amounts=st.lists(st.integers(0, 1000), min_size=1, max_size=60), percent=st.integers(1, 100))
def test_a_quantile_is_the_smallest_that_so_many_do_not_exceed(amounts: list[int], percent: int) -> None:
    found = quantile(amounts=amounts, percent=percent)
    assert found in amounts
    share = [sum(one <= bound for one in amounts) * 100 for bound in sorted(set(amounts))]
    enough = [
        bound for bound, n in zip(sorted(set(amounts)), share, strict=True) if n >= percent * len(amounts)
    ]
    assert found == enough[0]


def test_nothing_has_no_quantile() -> None:
    assert quantile(amounts=[], percent=50) is None
