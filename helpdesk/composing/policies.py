"""Who is seen in a thread, and who writes in it."""

from helpdesk.conversations.policies import can_answer
from helpdesk.kernel.actor import Actor, Side


def can_be_present(*, actor: Actor) -> bool:
    """A shop's people, readers too; Buyers and the operator's people are seen by nobody."""
    return actor.side is Side.SELLER


def can_be_seen_reading(*, actor: Actor) -> bool:
    """Buyers and a shop's people, by the other side: that they have read, not who."""
    return actor.side in (Side.BUYER, Side.SELLER)


def can_keep_draft(*, actor: Actor) -> bool:
    """Buyers, and those of a shop who answer."""
    return actor.side is Side.BUYER or can_answer(actor=actor)
