"""Reads of evidence packages."""

from helpdesk.evidence.queries.choices import choices
from helpdesk.evidence.queries.history import history
from helpdesk.evidence.queries.record import record

__all__ = ["choices", "history", "record"]
