"""Tables of deadlines."""

from helpdesk.deadlines.models.edition import Edition
from helpdesk.deadlines.models.miss import Miss
from helpdesk.deadlines.models.move import Move
from helpdesk.deadlines.models.obligation import Obligation
from helpdesk.deadlines.models.outage import Outage, OutageProposal
from helpdesk.deadlines.models.promise import Promise
from helpdesk.deadlines.models.pulse import Pulse
from helpdesk.deadlines.models.sample import Sample
from helpdesk.deadlines.models.waiver import Waiver
from helpdesk.deadlines.models.warning import DueWarning

__all__ = [
    "DueWarning",
    "Edition",
    "Miss",
    "Move",
    "Obligation",
    "Outage",
    "OutageProposal",
    "Promise",
    "Pulse",
    "Sample",
    "Waiver",
]
