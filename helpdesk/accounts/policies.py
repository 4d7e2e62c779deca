"""Who may manage accounts."""

from uuid import UUID

from helpdesk.kernel.actor import Actor, Role, Side


def can_invite(*, actor: Actor, seller_id: int | None) -> bool:
    """A seller's owner their own colleagues; who manages accounts, anybody."""
    owner = actor.side is Side.SELLER and actor.has(Role.OWNER)
    return can_manage_accounts(actor=actor) or (owner and seller_id == actor.seller_id)


def can_choose_for(*, actor: Actor, person_id: UUID) -> bool:
    """Everybody their own language and view; the house for whoever has signed in and wears no hat yet."""
    return actor.person == person_id or actor.side is Side.SYSTEM


def can_manage_accounts(*, actor: Actor) -> bool:
    """The Platform's own connection, the platform administrators, and the command line."""
    if actor.side is Side.ADMINISTRATOR:
        return actor.has(Role.PLATFORM_ADMIN)
    return actor.side in (Side.PLATFORM, Side.SYSTEM)


def can_launch(*, actor: Actor) -> bool:
    """The Platform's own connection: it knows who is signed in on its pages."""
    return actor.side is Side.PLATFORM
