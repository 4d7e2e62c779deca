"""Tables of agreements."""

from helpdesk.agreements.models.agreement import Agreement

__all__ = ["Agreement"]
