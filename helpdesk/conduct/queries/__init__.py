"""Reads of conduct that leave the room."""

from helpdesk.conduct.queries.judging import judged

__all__ = ["judged"]
