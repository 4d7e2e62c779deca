"""Who may have messages translated."""

from helpdesk.kernel.actor import Actor, Side


def can_ask(*, actor: Actor) -> bool:
    """The two sides of a conversation; whose thread it is, row security says."""
    return actor.side in (Side.BUYER, Side.SELLER)
