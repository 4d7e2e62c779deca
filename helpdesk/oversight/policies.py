"""Who may read, and who may verify."""

from helpdesk.kernel.actor import Actor, Role, Side


def can_read_files(*, actor: Actor) -> bool:
    """Platform administrators manage people and rules; message text is not for them."""
    readers = (Role.SUPPORT, Role.REVIEWER, Role.COMPLIANCE, Role.AUDITOR)
    return actor.side is Side.ADMINISTRATOR and actor.has(*readers)


def can_verify(*, actor: Actor) -> bool:
    """Every administrator may ask whether the record is whole."""
    return actor.side in (Side.ADMINISTRATOR, Side.SYSTEM)
