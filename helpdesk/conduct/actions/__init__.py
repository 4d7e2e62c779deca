"""Writes of conduct."""

from helpdesk.conduct.actions.keep_verdict import keep_verdict

__all__ = ["keep_verdict"]
