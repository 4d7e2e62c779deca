"""Who may read whose standing."""

from helpdesk.kernel.actor import Actor, Side


def can_read_feed(*, actor: Actor) -> bool:
    """The Platform, whose search it is for, and its administrators."""
    return actor.side in (Side.PLATFORM, Side.ADMINISTRATOR, Side.SYSTEM)


def can_read_own(*, actor: Actor) -> bool:
    """Everybody of a Seller's team: what they do makes it, and a reader may see the numbers."""
    return actor.side is Side.SELLER and actor.seller_id is not None
