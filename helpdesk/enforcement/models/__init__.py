"""Tables of enforcement."""

from helpdesk.enforcement.models.appeal import Appeal
from helpdesk.enforcement.models.measure import Measure
from helpdesk.enforcement.models.proposal import Decision, Proposal
from helpdesk.enforcement.models.tracks import TracksVersion
from helpdesk.enforcement.models.violation import Concerned, Violation

__all__ = ["Appeal", "Concerned", "Decision", "Measure", "Proposal", "TracksVersion", "Violation"]
