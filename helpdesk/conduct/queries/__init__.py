"""Reads of conduct that leave the room."""

from helpdesk.conduct.queries.judging import judged
from helpdesk.conduct.queries.packs import pack_in_force
from helpdesk.conduct.queries.verdicts import Kept, verdicts_of

__all__ = ["Kept", "judged", "pack_in_force", "verdicts_of"]
