"""Settle a report, by whoever has read it with a reason."""

from datetime import datetime

from helpdesk.archive.terms import Kept
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight.queries.reading import reading_in_force
from helpdesk.reports import actions as reports
from helpdesk.reports import queries
from helpdesk.reports.policies import can_settle
from helpdesk.reports.terms import Ruling


def settle_report(*, actor: Actor, now: datetime, report: Ref, ruling: Ruling, key: str) -> Kept:
    """Raises as `reports.actions.settle_report` does, and Forbidden without a reading in force.

    What is settled already is not decided again, only answered as the first time: that needs no reading.
    """
    if actor.side is not Side.ADMINISTRATOR:
        raise NotFound("report.not_found")
    line = queries.line_of(actor=actor, report=report)
    if not can_settle(actor=actor):
        raise Forbidden("report.not_yours_to_settle")
    if line.settled is None and reading_in_force(actor=actor, now=now, conversation=line.file) is None:
        raise Forbidden("oversight.no_reading")
    return reports.settle_report(actor=actor, now=now, report=report, ruling=ruling, key=key)
