"""Who may do what with an agreement; whose thread it is decides, as for messages."""

from helpdesk.agreements.terms import Standing
from helpdesk.kernel.actor import Actor, Role, Side


def can_take_part(actor: Actor) -> bool:
    """Buyers, and those who answer for a Seller; readers only read."""
    return actor.side is Side.BUYER or (actor.side is Side.SELLER and actor.has(Role.OWNER, Role.AGENT))


def can_confirm(actor: Actor, standing: Standing) -> bool:
    """The side that did not propose it: nobody agrees with themselves."""
    return can_take_part(actor) and actor.side is not standing.proposed_by


def can_read_changes(actor: Actor) -> bool:
    """The Platform, which pays back what was agreed: codes, amounts and days of all, and no words."""
    return actor.side in (Side.PLATFORM, Side.SYSTEM)
