"""Who writes letters, who answers them, and who sees that they wait."""

from helpdesk.conversations.policies import can_answer
from helpdesk.kernel.actor import Actor, Role, Side

_DESK = (Role.SUPPORT, Role.REVIEWER, Role.COMPLIANCE, Role.AUDITOR)


def can_write(*, actor: Actor) -> bool:
    """Buyers, and those of a shop who answer; its readers only read."""
    return actor.side is Side.BUYER or can_answer(actor=actor)


def can_answer_letters(*, actor: Actor) -> bool:
    """Support: it joins threads and answers letters."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.SUPPORT)


def can_see_queue(*, actor: Actor) -> bool:
    """Whoever may read files sees which letters wait, without their words; platform administrators do not."""
    return actor.side is Side.ADMINISTRATOR and actor.has(*_DESK)
