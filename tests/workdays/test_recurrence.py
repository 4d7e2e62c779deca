"""A rule followed at the end of time gives the dates that it gives now."""

from datetime import date, datetime, time
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.workdays.recurrence import recurrences

LAST = date(2029, 12, 31)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
signed = st.integers(1, 5) | st.integers(-5, -1)
choices = st.fixed_dictionaries(
    {"FREQ": st.sampled_from(["YEARLY", "MONTHLY"])},
    optional={
        "INTERVAL": st.integers(1, 6).map(str),
        "COUNT": st.integers(1, 40).map(str),
        "BYMONTH": st.integers(1, 12).map(str),
        "BYMONTHDAY": (st.integers(1, 31) | st.integers(-31, -1)).map(str),
        "BYDAY": st.builds("{}{}".format, signed | st.just(""), st.sampled_from(WEEKDAYS)),
        "WKST": st.sampled_from(WEEKDAYS),
    },
)
weeks = st.fixed_dictionaries(
    {"FREQ": st.just("WEEKLY")},
    optional={
        "INTERVAL": st.integers(1, 6).map(str),
        "BYDAY": st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3).map(",".join),
        "WKST": st.sampled_from(WEEKDAYS),
    },
)
years = st.fixed_dictionaries(
    {"FREQ": st.just("YEARLY")},
    optional={
        "BYYEARDAY": (st.integers(1, 366) | st.integers(-366, -1)).map(str),
        "BYWEEKNO": st.integers(1, 53).map(str),
        "BYSETPOS": st.sampled_from(["1", "-1", "2"]),
    },
).filter(lambda parts: "BYSETPOS" not in parts or len(parts) > 2)


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2018, 1, 1), LAST), choices | weeks | years)
def test_the_dates_are_those_of_the_library_today(first: date, parts: dict[str, str]) -> None:
    rule = ";".join(f"{name}={value}" for name, value in parts.items())
    plain = (at.date() for at in rrulestr(rule, dtstart=datetime.combine(first, time())))
    expected = {first, *takewhile(lambda on: on <= LAST, plain)}
    assert list(recurrences(first=first, rule=rule, last_day=LAST)) == sorted(expected)


@pytest.mark.parametrize("until", ["20270101", "20270101T235959Z", "20270101T000000"])
def test_an_end_is_a_date_of_whatever_form(until: str) -> None:
    found = recurrences(first=date(2025, 1, 1), rule=f"FREQ=YEARLY;UNTIL={until}", last_day=LAST)
    assert [on.year for on in found] == [2025, 2026, 2027]


@pytest.mark.parametrize(
    "rule", ["", "FREQ", "FREQ=", "INTERVAL=1", "FREQ=YEARLY;UNTIL=soon", "FREQ=YEARLY;COUNT=x"]
)
def test_a_rule_that_means_nothing_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(recurrences(first=date(2025, 1, 1), rule=rule, last_day=LAST))
