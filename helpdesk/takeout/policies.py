"""Who may carry away what."""

from helpdesk.kernel.actor import Actor, Role, Side

_SHOP = (Role.OWNER, Role.AGENT, Role.READER, Role.FORMER)
_DESK = (Role.COMPLIANCE, Role.AUDITOR)


def can_read_feeds(*, actor: Actor) -> bool:
    """The Platform of all shops, a shop's people of their own; at the desk compliance and auditors."""
    if actor.side is Side.SELLER:
        return actor.has(*_SHOP)
    if actor.side is Side.ADMINISTRATOR:
        return actor.has(*_DESK)
    return actor.side is Side.PLATFORM


def can_export(*, actor: Actor) -> bool:
    """A buyer, and whoever owns a shop or did until it was removed: all that is theirs to read."""
    if actor.side is Side.SELLER:
        return actor.has(Role.OWNER, Role.FORMER)
    return actor.side is Side.BUYER


def can_export_for(*, actor: Actor) -> bool:
    """For somebody who cannot sign in: compliance, with a reason that stays on record."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.COMPLIANCE)
