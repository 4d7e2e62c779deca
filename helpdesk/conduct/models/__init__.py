"""Tables of conduct."""

from helpdesk.conduct.models.verdict import Verdict

__all__ = ["Verdict"]
