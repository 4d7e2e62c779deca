"""Who reports, who decides, and who sees that reports wait."""

from django.db.models import Q

from helpdesk.archive.database.scope import scope_of
from helpdesk.conversations.policies import can_answer
from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.reports.models import Report

_DESK = (Role.SUPPORT, Role.REVIEWER, Role.COMPLIANCE, Role.AUDITOR)


def can_report(*, actor: Actor) -> bool:
    """Buyers, and those of a shop who answer; its readers only read."""
    return actor.side is Side.BUYER or can_answer(actor=actor)


def can_settle(*, actor: Actor) -> bool:
    """A person who decides what words count as: reviewers and compliance."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.REVIEWER, Role.COMPLIANCE)


def can_see_queue(*, actor: Actor) -> bool:
    """Whoever may read files sees which reports wait, without their words."""
    return actor.side is Side.ADMINISTRATOR and actor.has(*_DESK)


def visible_to(*, actor: Actor) -> Q:
    """The reports of the actor's own side, and all for the desk, as row security decides it too."""
    if actor.side is Side.SELLER:
        return Q(seller_id=actor.seller_id, of_side=Side.SELLER.value)
    if actor.side is Side.BUYER:
        return Q(buyer_id=actor.buyer_id, of_side=Side.BUYER.value)
    return Q() if scope_of(actor).scope == "all" else Q(pk__in=[])


def can_see(*, actor: Actor, report: Report) -> bool:
    """Whether this report is among `visible_to(actor)`."""
    if actor.side is Side.SELLER:
        return report.seller_id == actor.seller_id and report.of_side == Side.SELLER.value
    if actor.side is Side.BUYER:
        return report.buyer_id == actor.buyer_id and report.of_side == Side.BUYER.value
    return scope_of(actor).scope == "all"
