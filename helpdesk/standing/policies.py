"""Who may read whose standing, who may dispute a verdict, and who decides."""

from helpdesk.conversations.policies import can_answer
from helpdesk.kernel.actor import Actor, Role, Side

_DESK = (Role.SUPPORT, Role.REVIEWER, Role.COMPLIANCE, Role.AUDITOR)


def can_read_feed(*, actor: Actor) -> bool:
    """The Platform, whose search it is for, and its administrators."""
    return actor.side in (Side.PLATFORM, Side.ADMINISTRATOR, Side.SYSTEM)


def can_read_own(*, actor: Actor) -> bool:
    """Everybody of a Seller's team: what they do makes it, and a reader may see the numbers."""
    return actor.side is Side.SELLER and actor.seller_id is not None


def can_dispute(*, actor: Actor) -> bool:
    """Those who answer for the shop, owners and agents; readers only read."""
    return can_read_own(actor=actor) and can_answer(actor=actor)


def can_settle(*, actor: Actor) -> bool:
    """Reviewers and compliance decide disputes, and what counts at all."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.REVIEWER, Role.COMPLIANCE)


def can_see_disputes(*, actor: Actor) -> bool:
    """Whoever may read files sees what waits, without its words; platform administrators do not."""
    return actor.side is Side.ADMINISTRATOR and actor.has(*_DESK)
