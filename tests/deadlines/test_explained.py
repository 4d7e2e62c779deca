"""What the inbox lane "due today" holds, and how a deadline is told day by day."""

from datetime import date, datetime

import pytest

from helpdesk.deadlines import queries
from helpdesk.deadlines.words import due_on
from helpdesk.workdays.explain import Skip
from tests.deadlines.asked import asked
from tests.workdays.reference import HOUR_US


def at(written: str) -> datetime:
    return datetime.fromisoformat(written)


@pytest.mark.parametrize(
    ("now", "on", "until", "title"),
    [
        ("2026-11-20T23:50+01:00", date(2026, 11, 20), "2026-11-21T00:01+01:00", "Due today"),
        ("2026-11-21T12:00+01:00", date(2026, 11, 23), "2026-11-24T00:01+01:00", "Due Monday"),
        ("2026-11-23T00:05+01:00", date(2026, 11, 23), "2026-11-24T00:01+01:00", "Due today"),
        ("2026-12-25T09:00+01:00", date(2026, 12, 28), "2026-12-29T00:01+01:00", "Due Monday"),
    ],
)
def test_due_today_is_the_next_open_day(now: str, on: date, until: str, title: str) -> None:
    found = queries.due_next(calendar="DE", version=1, zone="Europe/Berlin", now=at(now))
    assert (found.on, found.until) == (on, at(until))
    assert due_on(on=found.on, today=found.today) == title


def test_days_add_up_to_the_budget_and_name_what_was_skipped() -> None:
    found = queries.explained(obligation=asked("DE", "Europe/Berlin", "2026-12-24T18:00+01:00"))
    assert sum(day.counted_to - day.counted_from for day in found.days) == 24 * HOUR_US
    assert [day.skipped for day in found.days] == [None, Skip.HOLIDAY, Skip.WEEKEND, Skip.WEEKEND, None]
    holiday = found.days[1].holiday
    assert holiday is not None
    assert holiday.name(language="en") == "Christmas Day"
