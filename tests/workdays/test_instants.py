"""The arithmetic on datetimes is that on integers."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.workdays.calendar import DAY_US
from helpdesk.workdays.instants import deadline_at
from helpdesk.workdays.known import calendar_named
from helpdesk.workdays.refusals import OutsideCalendar
from tests.workdays.reference import EPOCH, HOUR_US

WARSAW = calendar_named(code="PL")
FIRST, LAST = datetime(2024, 1, 3), datetime(2029, 12, 1)  # noqa: DTZ001 - the strategy adds zones
zones = st.sampled_from([UTC, ZoneInfo("Europe/Warsaw"), timezone(timedelta(hours=-9, minutes=-30))])


@given(st.datetimes(FIRST, LAST, timezones=zones), st.integers(1, DAY_US))
def test_datetimes_are_exact(received: datetime, budget: int) -> None:
    at = (received - EPOCH) // timedelta(microseconds=1)
    found = deadline_at(calendar=WARSAW, received=received, budget=budget)
    assert found == EPOCH + timedelta(microseconds=WARSAW.deadline(received=at, budget=budget))
    assert found.tzinfo is UTC


def test_its_refusals_are_those_of_the_calendar() -> None:
    with pytest.raises(OutsideCalendar):
        deadline_at(calendar=WARSAW, received=datetime(1969, 12, 31, tzinfo=UTC), budget=HOUR_US)
    with pytest.raises(ValueError, match="more than 0"):
        deadline_at(calendar=WARSAW, received=datetime(2026, 10, 9, tzinfo=UTC), budget=0)
    with pytest.raises(TypeError, match="offset-naive"):
        deadline_at(calendar=WARSAW, received=datetime(2026, 10, 9))  # noqa: DTZ001
