"""Reads of cases."""

from helpdesk.cases.queries.keeping import old_steps
from helpdesk.cases.queries.shown import case_of, cases_due, cases_in, cases_of, chips_of
from helpdesk.cases.queries.told import contacts_in, steps_in, steps_of, updates_of

__all__ = [
    "case_of",
    "cases_due",
    "cases_in",
    "cases_of",
    "chips_of",
    "contacts_in",
    "old_steps",
    "steps_in",
    "steps_of",
    "updates_of",
]
