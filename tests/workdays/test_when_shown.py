"""A deadline as read on the reader's wall: cut to the minute, and the end of a day is that day's."""

from datetime import date

import pytest

from helpdesk.workdays.shown import END_OF_DAY, when_shown
from tests.workdays.reference import us


@pytest.mark.parametrize(
    ("deadline", "zone", "on", "at"),
    [
        ("2026-12-28T10:40:00+01:00", "Europe/Warsaw", date(2026, 12, 28), "10:40"),
        ("2026-12-28T10:40:59.999999+01:00", "Europe/Warsaw", date(2026, 12, 28), "10:40"),
        ("2026-02-07T00:00:00+01:00", "Europe/Warsaw", date(2026, 2, 6), END_OF_DAY),
        ("2026-02-07T00:00:59+01:00", "Europe/Warsaw", date(2026, 2, 6), END_OF_DAY),
        ("2026-02-07T00:01:00+01:00", "Europe/Warsaw", date(2026, 2, 7), "00:01"),
        ("2026-02-07T00:00:00+01:00", "Europe/London", date(2026, 2, 6), "23:00"),
        ("2026-02-06T23:59:59.999999+01:00", "Europe/Warsaw", date(2026, 2, 6), "23:59"),
        ("2024-03-31T00:00:00+02:00", "Asia/Beirut", date(2024, 3, 30), END_OF_DAY),  # the wall shows 01:00
        ("2011-12-30T10:00:00Z", "Pacific/Apia", date(2011, 12, 29), END_OF_DAY),
    ],
)
def test_shown(deadline: str, zone: str, on: date, at: str) -> None:
    assert when_shown(deadline=us(deadline), zone=zone) == (on, at)
