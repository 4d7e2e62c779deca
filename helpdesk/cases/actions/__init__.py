"""Writes of cases."""

from helpdesk.cases.actions.change_kind import change_kind
from helpdesk.cases.actions.forget_numbers import forget_numbers
from helpdesk.cases.actions.note_contact import note_contact
from helpdesk.cases.actions.note_refunds import note_refunds
from helpdesk.cases.actions.note_scans import note_scans
from helpdesk.cases.actions.open_case import open_case
from helpdesk.cases.actions.put_before_platform import put_before_platform
from helpdesk.cases.actions.settle_contact import settle_contact
from helpdesk.cases.actions.sweep_cases import sweep_cases
from helpdesk.cases.actions.take_step import take_step
from helpdesk.cases.actions.update_order import update_order

__all__ = [
    "change_kind",
    "forget_numbers",
    "note_contact",
    "note_refunds",
    "note_scans",
    "open_case",
    "put_before_platform",
    "settle_contact",
    "sweep_cases",
    "take_step",
    "update_order",
]
