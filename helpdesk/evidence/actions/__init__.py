"""Writes of evidence packages."""

from helpdesk.evidence.actions.hand_out import hand_out

__all__ = ["hand_out"]
