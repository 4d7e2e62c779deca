"""Deeds of enforcement, and what follows the record."""

from helpdesk.enforcement.actions.lift_measure import lift_measure
from helpdesk.enforcement.actions.stay_measure import resume_measure, stay_measure

__all__ = ["lift_measure", "resume_measure", "stay_measure"]
