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
from helpdesk.deadlines.queries.outages import (
    foreseen_of_outage,
    proposed_outage,
    proposed_outages,
    published_outages_for_system,
)
from helpdesk.deadlines.queries.questions import question_answered_by, times_reopened
from helpdesk.deadlines.queries.waivers import latest_mark

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
    "foreseen_of_outage",
    "forget",
    "in_force",
    "latest_mark",
    "look",
    "open_chains",
    "outages_until",
    "proposed_outage",
    "proposed_outages",
    "published_outages_for_system",
    "question_answered_by",
    "state",
    "times_reopened",
    "timetable",
    "timetable_of",
    "version_in_force",
]
