"""Decisions of team work."""

from helpdesk.teamwork.rules.absences import cover_for, days_of
from helpdesk.teamwork.rules.marks import tags_in, view_named

__all__ = ["cover_for", "days_of", "tags_in", "view_named"]
