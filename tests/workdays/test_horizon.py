"""A calendar says in time that it will end."""

from datetime import date, timedelta

from helpdesk.workdays.horizon import HORIZON_ALARM_DAYS, HORIZON_DAYS, horizon, is_short
from helpdesk.workdays.known import calendar_named, edition

PL = edition(code="PL")


def test_the_days_that_are_left() -> None:
    assert horizon(known=PL, today=PL.last_day) == 0
    assert horizon(known=calendar_named(code="PL"), today=PL.last_day - timedelta(days=400)) == 400
    assert horizon(known=PL, today=PL.last_day + timedelta(days=2)) == -2


def test_the_alarm_comes_under_120_days() -> None:
    assert not is_short(known=PL, today=PL.last_day - timedelta(days=HORIZON_ALARM_DAYS))
    assert is_short(known=PL, today=PL.last_day - timedelta(days=HORIZON_ALARM_DAYS - 1))


def test_the_packaged_calendars_reach_far_enough_on_the_day_of_their_review() -> None:
    assert horizon(known=PL, today=date(2026, 11, 22)) > HORIZON_DAYS > HORIZON_ALARM_DAYS
