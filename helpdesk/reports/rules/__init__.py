"""Pure rules of reports."""

from helpdesk.reports.rules.abusing import abuse_of
from helpdesk.reports.rules.judging import (
    audience_of,
    budget_us,
    chain_id,
    refusal_of_ruling,
    refusal_of_said,
)
from helpdesk.reports.rules.shipped import rules_in_force, rules_named
from helpdesk.reports.rules.warning import outside_of

__all__ = [
    "abuse_of",
    "audience_of",
    "budget_us",
    "chain_id",
    "outside_of",
    "refusal_of_ruling",
    "refusal_of_said",
    "rules_in_force",
    "rules_named",
]
