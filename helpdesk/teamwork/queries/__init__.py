"""Reads of team work."""

from helpdesk.teamwork.queries.absences import absences_of, away_today, stand_ins_for_system
from helpdesk.teamwork.queries.notes import notes_of
from helpdesk.teamwork.queries.views import inbox_in, lanes_in, marks_of, quiet_in, views
from helpdesk.teamwork.rules import view_named

__all__ = [
    "absences_of",
    "away_today",
    "inbox_in",
    "lanes_in",
    "marks_of",
    "notes_of",
    "quiet_in",
    "stand_ins_for_system",
    "view_named",
    "views",
]
