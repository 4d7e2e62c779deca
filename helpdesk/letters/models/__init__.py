"""Tables of letters."""

from helpdesk.letters.models.joining import Joining
from helpdesk.letters.models.letter import Letter

__all__ = ["Joining", "Letter"]
