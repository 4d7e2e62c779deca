"""Reads of deadlines."""

from helpdesk.deadlines.queries.calendars import (
    calendar_of,
    current,
    edition_of,
    forget,
    in_force,
    outages_until,
    timetable,
    version_in_force,
)
from helpdesk.deadlines.queries.looks import (
    DeadlineInForce,
    DueNext,
    Look,
    deadline_in_force,
    due_next,
    explained,
    look,
    open_chains,
    state,
    timetable_of,
)

__all__ = [
    "DeadlineInForce",
    "DueNext",
    "Look",
    "calendar_of",
    "current",
    "deadline_in_force",
    "due_next",
    "edition_of",
    "explained",
    "forget",
    "in_force",
    "look",
    "open_chains",
    "outages_until",
    "state",
    "timetable",
    "timetable_of",
    "version_in_force",
]
