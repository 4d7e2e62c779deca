"""Who may ask for an erasure, who decides, and who keeps things from going."""

from helpdesk.kernel.actor import Actor, Role, Side

_ASKING = (Role.SUPPORT, Role.REVIEWER, Role.COMPLIANCE)
_RULING = (Role.COMPLIANCE, Role.PLATFORM_ADMIN)


def can_see_retention(*, actor: Actor) -> bool:
    """Everybody at the desk: colleagues watch each other."""
    return actor.side is Side.ADMINISTRATOR


def can_request_erasure(*, actor: Actor) -> bool:
    """Whoever hears from people who want something gone."""
    return actor.side is Side.ADMINISTRATOR and actor.has(*_ASKING)


def can_decide_erasure(*, actor: Actor) -> bool:
    """Compliance: and never of one's own request, which the action sees to."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.COMPLIANCE)


def can_hold(*, actor: Actor) -> bool:
    """Placing a hold, and asking to lift it, harms nobody's record."""
    return actor.side is Side.ADMINISTRATOR and actor.has(*_ASKING)


def can_lift(*, actor: Actor) -> bool:
    """Compliance, and never whoever asked for it."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.COMPLIANCE)


def can_set_periods(*, actor: Actor) -> bool:
    """Compliance and platform administrators: a shorter period takes one of each, or two of either."""
    return actor.side is Side.ADMINISTRATOR and actor.has(*_RULING)
