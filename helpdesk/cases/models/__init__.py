"""Tables of cases."""

from helpdesk.cases.models.case import Case
from helpdesk.cases.models.contact import Contact
from helpdesk.cases.models.date import Closed
from helpdesk.cases.models.step import Step
from helpdesk.cases.models.update import Update

__all__ = ["Case", "Closed", "Contact", "Step", "Update"]
