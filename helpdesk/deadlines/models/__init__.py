"""Tables of deadlines."""

from helpdesk.deadlines.models.obligation import Obligation

__all__ = ["Obligation"]
