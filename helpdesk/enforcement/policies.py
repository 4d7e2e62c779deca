"""Who decides measures, who sees what is proposed, and who reads their own."""

from helpdesk.kernel.actor import Actor, Role, Side

_DESK = (Role.REVIEWER, Role.COMPLIANCE, Role.AUDITOR)


def can_decide(*, actor: Actor) -> bool:
    """Compliance at the desk; the Platform's own persons decide through it, each of them named."""
    if actor.side is Side.PLATFORM:
        return True
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.COMPLIANCE)


def can_see_desk(*, actor: Actor) -> bool:
    """Whoever reviews, decides or audits; and the Platform, whose people may decide too."""
    if actor.side in (Side.PLATFORM, Side.SYSTEM):
        return True
    return actor.side is Side.ADMINISTRATOR and actor.has(*_DESK)


def can_lift(*, actor: Actor) -> bool:
    """Whoever may decide; and the house itself, where an appeal that a person decided says so."""
    return can_decide(actor=actor) or actor.side is Side.SYSTEM


def can_read_own(*, actor: Actor) -> bool:
    """Everybody of a Seller's team: a measure concerns them all."""
    return actor.side is Side.SELLER and actor.seller_id is not None


def can_appeal(*, actor: Actor) -> bool:
    """Owners and agents, whatever is in force, and of a removed shop too; readers only read."""
    return can_read_own(actor=actor) and actor.has(Role.OWNER, Role.AGENT, Role.FORMER)


def can_appeal_refusals(*, actor: Actor) -> bool:
    """Buyers, of their own messages."""
    return actor.side is Side.BUYER and actor.buyer_id is not None


def can_settle_appeals(*, actor: Actor) -> bool:
    """Compliance at the desk: a person, who did not take the decision."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.COMPLIANCE)
