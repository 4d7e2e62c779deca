"""Outages as decisions: which span may be declared, which silence was one, what publishing would do."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.deadlines.rules.outages import refusal_of_span, silence
from helpdesk.deadlines.rules.previewing import Clock, foreseen
from helpdesk.deadlines.terms.outages import SHORTEST_GAP, Foreseen
from helpdesk.kernel.clock import to_us
from helpdesk.workdays.exclusions import without
from helpdesk.workdays.known import calendar_named
from tests.cast import TUESDAY

HOUR = timedelta(hours=1)
BEGIN = datetime(2024, 1, 1, tzinfo=UTC)
PULSES = st.lists(st.integers(1, 3_600), min_size=1, max_size=40)  # seconds from one to the next


def refusal(starts_at: datetime, ends_at: datetime, *, certain: bool = False) -> str | None:
    return refusal_of_span(
        starts_at=starts_at, ends_at=ends_at, now=TUESDAY, not_before=BEGIN, certain=certain
    )


def test_a_span_that_is_over_may_be_declared() -> None:
    assert refusal(TUESDAY - HOUR, TUESDAY) is None
    assert refusal(TUESDAY - timedelta(microseconds=1), TUESDAY) is None
    assert refusal(TUESDAY - timedelta(days=7), TUESDAY) is None


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "code"),
    [
        (TUESDAY, TUESDAY, "outage.order"),
        (TUESDAY, TUESDAY - HOUR, "outage.order"),
        (TUESDAY, TUESDAY + HOUR, "outage.future"),
        (BEGIN - HOUR, BEGIN + HOUR, "outage.too_old"),
        (TUESDAY - timedelta(days=7, microseconds=1), TUESDAY, "outage.long"),
    ],
)
def test_a_span_that_makes_no_sense_is_refused(starts_at: datetime, ends_at: datetime, code: str) -> None:
    assert refusal(starts_at, ends_at) == code


def test_an_unusual_length_is_believed_at_the_second_look() -> None:
    assert refusal(TUESDAY - timedelta(days=30), TUESDAY, certain=True) is None


def test_nothing_is_measured_before_the_first_pulse() -> None:
    assert silence(last=None, now=TUESDAY) is None


def test_five_minutes_are_a_hiccup_and_a_microsecond_more_is_not() -> None:
    assert silence(last=TUESDAY, now=TUESDAY + SHORTEST_GAP) is None
    late = TUESDAY + SHORTEST_GAP + timedelta(microseconds=1)
    assert silence(last=TUESDAY, now=late) == (TUESDAY, late)


@given(PULSES)
def test_proposed_is_exactly_what_was_silent_for_long(seconds: list[int]) -> None:
    times = [TUESDAY]
    for pause in seconds:
        times.append(times[-1] + timedelta(seconds=pause))
    found = [gap for last, now in pairwise(times) if (gap := silence(last=last, now=now))]
    assert sum((end - start for start, end in found), timedelta()) == timedelta(
        seconds=sum(pause for pause in seconds if pause > SHORTEST_GAP.total_seconds())
    )
    assert all(end <= start for (_, end), (start, _) in pairwise(found))


@given(st.integers(0, 10**12))
def test_a_clock_that_was_set_back_measures_nothing(back: int) -> None:
    assert silence(last=TUESDAY, now=TUESDAY - timedelta(microseconds=back)) is None


DAY = 86_400_000_000
PLAIN = calendar_named(code="PL", zone="Europe/Warsaw")
RECEIVED = st.integers(to_us(TUESDAY) - 20 * DAY, to_us(TUESDAY) + 20 * DAY)
GAP = st.tuples(RECEIVED, st.integers(1, 3 * DAY)).map(lambda gap: (gap[0], gap[0] + gap[1]))


def clock(received: int, answered: int | None = None) -> Clock:
    return Clock(received, PLAIN.deadline(received=received), DAY, answered)


@given(st.lists(RECEIVED, max_size=20), GAP, RECEIVED)
def test_a_preview_counts_what_would_move(received: list[int], gap: tuple[int, int], now: int) -> None:
    table = without(calendar=PLAIN, intervals=[gap])
    clocks = [clock(one) for one in received]
    found = foreseen(clocks=clocks, tables=[table], now=now)
    later = [table.deadline(received=one) for one in received]
    moved = [(was.deadline, new) for was, new in zip(clocks, later, strict=True) if new > was.deadline]
    assert found == Foreseen(moved=len(moved), rescued=sum(was < now <= new for was, new in moved))


@given(RECEIVED, GAP, st.integers(1, 3 * DAY))
def test_a_late_answer_is_corrected_if_it_came_by_the_new_deadline(
    received: int, gap: tuple[int, int], late: int
) -> None:
    answered = PLAIN.deadline(received=received) + late
    table = without(calendar=PLAIN, intervals=[gap])
    found = foreseen(clocks=[clock(received, answered)], tables=[PLAIN, table], now=answered)
    assert found == Foreseen(corrected=int(answered <= table.deadline(received=received)))


def test_a_table_that_does_not_reach_so_far_says_nothing() -> None:
    outside = to_us(datetime(1999, 1, 1, tzinfo=UTC))
    assert foreseen(clocks=[Clock(outside, outside + 1, DAY)], tables=[PLAIN], now=outside) == Foreseen()
