"""Reads of team work."""

from helpdesk.teamwork.queries.notes import notes_of
from helpdesk.teamwork.queries.views import inbox_in, lanes_in, marks_of, quiet_in, views
from helpdesk.teamwork.rules import view_named

__all__ = ["inbox_in", "lanes_in", "marks_of", "notes_of", "quiet_in", "view_named", "views"]
