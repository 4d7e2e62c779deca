"""The writes of team work."""

from helpdesk.teamwork.actions.absences import choose_cover, end_absence, say_away
from helpdesk.teamwork.actions.add_note import add_note
from helpdesk.teamwork.actions.assign import assign
from helpdesk.teamwork.actions.forget_marks import forget_marks
from helpdesk.teamwork.actions.set_tags import set_tags
from helpdesk.teamwork.actions.snooze import snooze

__all__ = [
    "add_note",
    "assign",
    "choose_cover",
    "end_absence",
    "forget_marks",
    "say_away",
    "set_tags",
    "snooze",
]
