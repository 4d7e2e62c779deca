"""Reads of cases."""

from helpdesk.cases.queries.arriving import usual_arrival
from helpdesk.cases.queries.beside import told_beside
from helpdesk.cases.queries.changing import changes_of
from helpdesk.cases.queries.desk import NO_DAY, StageCount, number_waiting, on_desk, stages_of
from helpdesk.cases.queries.entered import case_with
from helpdesk.cases.queries.flows import flows
from helpdesk.cases.queries.found import MAX_NUMBER, Numbered, numbered
from helpdesk.cases.queries.keeping import old_steps
from helpdesk.cases.queries.openings import openable
from helpdesk.cases.queries.outcomes import outcomes_changed
from helpdesk.cases.queries.returned import return_address
from helpdesk.cases.queries.shown import (
    case_of,
    cases_due,
    cases_in,
    cases_named,
    cases_of,
    chips_of,
    waiting_count,
)
from helpdesk.cases.queries.told import contacts_in, steps_in, steps_of, updates_of

__all__ = [
    "MAX_NUMBER",
    "NO_DAY",
    "Numbered",
    "StageCount",
    "case_of",
    "case_with",
    "cases_due",
    "cases_in",
    "cases_named",
    "cases_of",
    "changes_of",
    "chips_of",
    "contacts_in",
    "flows",
    "number_waiting",
    "numbered",
    "old_steps",
    "on_desk",
    "openable",
    "outcomes_changed",
    "return_address",
    "stages_of",
    "steps_in",
    "steps_of",
    "told_beside",
    "updates_of",
    "usual_arrival",
    "waiting_count",
]
