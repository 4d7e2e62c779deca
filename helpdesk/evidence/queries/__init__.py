"""Reads of evidence packages."""

from helpdesk.evidence.queries.choices import choices
from helpdesk.evidence.queries.history import history
from helpdesk.evidence.queries.labels import Label, label_for_system
from helpdesk.evidence.queries.record import record
from helpdesk.evidence.queries.sheets import Sheet, sheet_for_system

__all__ = [
    "Label",
    "Sheet",
    "choices",
    "history",
    "label_for_system",
    "record",
    "sheet_for_system",
]
