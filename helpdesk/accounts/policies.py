"""Who may manage accounts."""

from helpdesk.kernel.actor import Actor, Role, Side


def can_manage_accounts(*, actor: Actor) -> bool:
    """The Platform's own connection, the platform administrators, and the command line."""
    if actor.side is Side.ADMINISTRATOR:
        return actor.has(Role.PLATFORM_ADMIN)
    return actor.side in (Side.PLATFORM, Side.SYSTEM)
