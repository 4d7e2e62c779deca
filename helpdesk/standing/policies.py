"""Who may read whose standing."""

from helpdesk.kernel.actor import Actor, Side


def can_read_feed(*, actor: Actor) -> bool:
    """The Platform, whose search it is for, and its administrators."""
    return actor.side in (Side.PLATFORM, Side.ADMINISTRATOR, Side.SYSTEM)
