"""The calendar strip's geometry: pure, from explained days to bars and markers."""

from datetime import date

import pytest

from helpdesk.deadlines import queries as deadlines
from helpdesk.deadlines.rules import explained_day
from helpdesk.deadlines.terms import Explained
from helpdesk.portal.strips import strip
from helpdesk.workdays import known
from helpdesk.workdays.exclusions import without
from helpdesk.workdays.explain import explain
from tests.deadlines.asked import asked
from tests.workdays.reference import HOUR_US, us


def explained(received: str, *, calendar: str = "DE", zone: str = "Europe/Berlin") -> Explained:
    return deadlines.explained(obligation=asked(calendar, zone, received))


CHRISTMAS = "2026-12-24T18:00:00+01:00"


def test_a_holiday_and_a_weekend_are_hatched_and_fill_nothing() -> None:
    drawn = strip(explained=explained(CHRISTMAS), now=us(CHRISTMAS))
    assert [bool(bar.hatch) for bar in drawn.bars] == [False, True, True, True, False]
    assert [bar.ahead[1] > 0 for bar in drawn.bars] == [True, False, False, False, True]
    assert drawn.skips


def test_what_counted_is_a_share_of_its_day() -> None:
    drawn = strip(explained=explained(CHRISTMAS), now=us(CHRISTMAS))
    first, last = drawn.bars[0], drawn.bars[-1]
    assert first.ahead == pytest.approx((first.x + first.width * 0.75, first.width * 0.25))
    assert last.ahead == pytest.approx((last.x, last.width * 0.75))
    assert drawn.received == first.ahead[0] == drawn.now
    assert drawn.deadline == pytest.approx(last.x + last.width * 0.75)


def test_time_moves_from_ahead_to_gone() -> None:
    found = explained("2026-11-16T08:00:00+01:00")
    drawn = strip(explained=found, now=found.received + 8 * HOUR_US)
    assert drawn.bars[0].gone[1] == pytest.approx(drawn.bars[0].width / 3, abs=0.1)
    assert drawn.bars[0].ahead[1] == pytest.approx(drawn.bars[0].width / 3, abs=0.1)
    assert drawn.bars[1].gone[1] == 0
    assert not drawn.skips


def test_a_deadline_at_midnight_ends_its_day_and_late_has_no_now() -> None:
    found = explained("2026-11-16T00:00:00+01:00")
    drawn = strip(explained=found, now=found.deadline + HOUR_US)
    assert len(drawn.bars) == 1
    assert drawn.deadline == drawn.bars[0].x + drawn.bars[0].width
    assert drawn.now is None


@pytest.mark.parametrize(
    "received", ["2026-03-29T12:00:00+02:00", "2026-10-25T12:00:00+01:00", "2026-04-02T20:00:00+02:00"]
)
def test_nothing_is_drawn_beside_the_paper(received: str) -> None:
    drawn = strip(explained=explained(received), now=us(received))
    assert 0 <= drawn.received <= drawn.deadline <= drawn.width
    for bar in drawn.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= drawn.width
        for x, width in (bar.gone, bar.ahead):
            assert bar.x - 0.1 <= x
            assert x + width <= bar.x + bar.width + 0.2


def test_days_are_those_of_the_calendars_own_wall() -> None:
    found = explained("2026-11-16T23:30:00+00:00")  # in Berlin it is Tuesday
    assert found.days[0].on == date(2026, 11, 17)


def test_an_outage_is_hatched_on_its_own_and_counts_for_nothing() -> None:
    start = us("2026-11-16T10:00:00+01:00")
    calendar = without(
        calendar=known.calendar_named(code="DE", zone="Europe/Berlin"),
        intervals=[(start, start + 2 * HOUR_US)],
    )
    received = us("2026-11-16T08:00:00+01:00")
    found = explain(calendar=calendar, received=received)
    days = tuple(
        explained_day(span=span, received=received, deadline=found.deadline, calendar=calendar)
        for span in found.spans
    )
    told = Explained(
        calendar="DE",
        version=1,
        zone="Europe/Berlin",
        received=received,
        deadline=found.deadline,
        budget=found.budget,
        days=days,
    )
    drawn = strip(explained=told, now=received)
    (part,) = drawn.bars[0].excluded
    assert part.x == pytest.approx(drawn.bars[0].x + drawn.bars[0].width * 10 / 24, abs=0.1)
    assert part.width == pytest.approx(drawn.bars[0].width / 12, abs=0.1)
    assert part.hatch
    assert drawn.excludes
    assert not drawn.bars[1].excluded
    assert found.deadline == us("2026-11-17T10:00:00+01:00")
