"""Tables of standing."""

from helpdesk.standing.models.dispute import Dispute
from helpdesk.standing.models.grade import Grade
from helpdesk.standing.models.point import Point
from helpdesk.standing.models.published import Feed, Publication, Shown, WeightsVersion
from helpdesk.standing.models.snapshot import Snapshot

__all__ = ["Dispute", "Feed", "Grade", "Point", "Publication", "Shown", "Snapshot", "WeightsVersion"]
