"""Pure decisions of retention."""

from helpdesk.retention.rules.holding import covers
from helpdesk.retention.rules.periods import add_months, due_on, in_force, is_shorter, latest_due

__all__ = ["add_months", "covers", "due_on", "in_force", "is_shorter", "latest_due"]
