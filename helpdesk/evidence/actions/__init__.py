"""Writes of evidence packages."""

from helpdesk.evidence.actions.hand_out import hand_out
from helpdesk.evidence.actions.hand_out_dispute import hand_out_dispute

__all__ = ["hand_out", "hand_out_dispute"]
