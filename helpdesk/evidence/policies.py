"""Who may take a conversation away as a package, and what goes into it."""

from helpdesk.kernel.actor import Actor, Role, Side

_READERS = (Role.SUPPORT, Role.REVIEWER, Role.COMPLIANCE, Role.AUDITOR)


def can_hand_out(*, actor: Actor, is_reading: bool) -> bool:
    """Both parties of a conversation (row security says which is theirs); at the desk whoever has it open,
    and compliance, who must answer courts, without.
    """
    if actor.side is Side.ADMINISTRATOR:
        return actor.has(Role.COMPLIANCE) or (is_reading and actor.has(*_READERS))
    return actor.side in (Side.SELLER, Side.BUYER)


def can_see_backstage(*, actor: Actor) -> bool:
    """What was refused or judged behind a thread leaves the house by the operator's choice only."""
    return actor.side is Side.ADMINISTRATOR
