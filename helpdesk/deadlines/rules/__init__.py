"""Decisions about clocks as pure functions over plain values.

Instants are integer microseconds UTC; amounts are microseconds of counted time of the obligation's calendar.
`OutsideCalendar` where an instant lies outside the calendar's table.
"""

from helpdesk.deadlines.rules.clocks import (
    answering,
    due_day,
    due_state,
    explained_day,
    lane,
    opening,
    overrun,
    share_used,
    time_left,
    verdict,
)
from helpdesk.deadlines.rules.promises import days_to_promise, keeping, promising, refusal_of_promise

__all__ = [
    "answering",
    "days_to_promise",
    "due_day",
    "due_state",
    "explained_day",
    "keeping",
    "lane",
    "opening",
    "overrun",
    "promising",
    "refusal_of_promise",
    "share_used",
    "time_left",
    "verdict",
]
