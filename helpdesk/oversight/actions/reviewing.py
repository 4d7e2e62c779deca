"""What every review shares: whoever decides has the right to, and has the file open."""

from datetime import datetime

from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight.policies import can_review
from helpdesk.oversight.queries.reading import reading_in_force


def may_decide(*, actor: Actor, now: datetime, conversation: Ref, settled: bool) -> None:
    """Raise Forbidden: not a reviewer, or no reading in force.

    What is settled already is not decided again, only answered as the first time: that needs no reading.
    """
    if not can_review(actor=actor):
        raise Forbidden("oversight.not_yours_to_judge")
    if not settled and reading_in_force(actor=actor, now=now, conversation=conversation) is None:
        raise Forbidden("oversight.no_reading")
