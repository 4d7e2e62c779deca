"""Who may read, who may look at the readings of others, and who may verify."""

from helpdesk.kernel.actor import Actor, Role, Side

_READERS = (Role.SUPPORT, Role.REVIEWER, Role.COMPLIANCE, Role.AUDITOR)


def can_read_files(*, actor: Actor) -> bool:
    """Platform administrators manage people and rules; message text is not for them."""
    return actor.side is Side.ADMINISTRATOR and actor.has(*_READERS)


def can_see_readings(*, actor: Actor) -> bool:
    """Whoever has a place at the desk sees who read what and why: colleagues watch each other."""
    return actor.side is Side.ADMINISTRATOR


def can_verify(*, actor: Actor) -> bool:
    """Every administrator may ask whether the record is whole."""
    return actor.side in (Side.ADMINISTRATOR, Side.SYSTEM)


def can_review(*, actor: Actor) -> bool:
    """Reviewers look at samples and refused texts, and decide what they count as."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.REVIEWER)


def can_see_figures(*, actor: Actor) -> bool:
    """How good the rules are, and the answers: numbers without a word, for those who may read files."""
    return can_read_files(actor=actor)
