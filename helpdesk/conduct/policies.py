"""Who may say what a finding is worth."""

from helpdesk.kernel.actor import Actor, Role, Side


def can_review(*, actor: Actor) -> bool:
    """Reviewers: no machine decides it, nor do those who wrote the words; and the house itself, where an
    appeal that a person decided says so.
    """
    return actor.side is Side.SYSTEM or (actor.side is Side.ADMINISTRATOR and actor.has(Role.REVIEWER))


def can_publish_rules(*, actor: Actor) -> bool:
    """Compliance: who keeps the calendars keeps the rules."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.COMPLIANCE)


def can_see_rules(*, actor: Actor) -> bool:
    """Every administrator: who reviews or supports has to know what holds."""
    return actor.side is Side.ADMINISTRATOR
