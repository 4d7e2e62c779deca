"""Who may propose and publish what changes the clocks of everybody."""

from helpdesk.kernel.actor import Actor, Role, Side

_AT_WORK = (Role.SUPPORT, Role.REVIEWER, Role.COMPLIANCE, Role.PLATFORM_ADMIN)


def can_declare_outage(actor: Actor) -> bool:
    """Whoever hears of it first: the people at the desk who do more than look, and the Platform's monitoring.

    A proposal changes nothing until it is published.
    """
    if actor.side is Side.ADMINISTRATOR:
        return actor.has(*_AT_WORK)
    return actor.side in (Side.PLATFORM, Side.SYSTEM)


def can_publish_outage(actor: Actor) -> bool:
    """Platform administrators: it moves deadlines of all Sellers, so no machine and no caseworker decides.

    They may publish what they declared themselves: a small operator has one of them.
    """
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.PLATFORM_ADMIN)


def can_see_proposals(actor: Actor) -> bool:
    """Everybody at the desk, and whoever may propose."""
    return actor.side is Side.ADMINISTRATOR or can_declare_outage(actor)


def can_judge(*, actor: Actor) -> bool:
    """Reviewers: whether an answer was one is for people who look at many of them."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.REVIEWER)


def can_see_calendars(actor: Actor) -> bool:
    """Who counts by which calendar and who changed it: everybody at the desk. The years are for everybody."""
    return actor.side in (Side.ADMINISTRATOR, Side.SYSTEM)


def can_publish_calendar(actor: Actor) -> bool:
    """Platform administrators: a day off moves the deadlines of a whole country."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.PLATFORM_ADMIN)
