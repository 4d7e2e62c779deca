"""What was decided of a reporter's reports before."""

from datetime import datetime, timedelta

from django.db.models import Q

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.reports import rules
from helpdesk.reports.models import Report
from helpdesk.reports.policies import can_see_queue
from helpdesk.reports.terms import History, Outcome, Past


def past_of(*, row: Report, now: datetime, days: int) -> list[Past]:
    """Of the same reporter, a Buyer or a shop, in the last `days`, in the present scope. One statement."""
    whose = Q(buyer_id=row.buyer_id) if row.of_side == Side.BUYER.value else Q(seller_id=row.seller_id)
    found = Report.objects.filter(whose, of_side=row.of_side, settled_at__gt=now - timedelta(days=days))
    return [
        Past(at=at, outcome=Outcome(outcome), warned=warned)
        for at, outcome, warned in found.values_list("settled_at", "outcome", "warned")
        if at is not None and outcome is not None
    ]


def history_of(*, actor: Actor, now: datetime, report: Ref) -> History:
    """For the desk, before it decides: this reporter's record, and what an abusive one would bring about.

    Two SQL statements beside the scope's. Raises Forbidden, NotFound.
    """
    if not can_see_queue(actor=actor):
        raise Forbidden("report.not_yours_to_see")
    in_force = rules.rules_in_force(on=now.date())
    with acting(actor):
        row = Report.objects.filter(seller_id=report.seller_id, id=report.id).first()
        if row is None:
            raise NotFound("report.not_found")
        past = past_of(row=row, now=now, days=in_force.days)
    counts = {outcome: sum(one.outcome is outcome for one in past) for outcome in Outcome}
    return History(
        founded=counts[Outcome.FOUNDED],
        unfounded=counts[Outcome.UNFOUNDED],
        abusive=counts[Outcome.ABUSIVE],
        next=rules.abuse_of(past=past, now=now, rules=in_force),
    )
