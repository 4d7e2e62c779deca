"""Who works in a shop's threads, and who sees how it does."""

from uuid import UUID

from helpdesk.conversations.policies import can_answer
from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.kernel.ids import Ref


def can_see_teamwork(*, actor: Actor, conversation: Ref) -> bool:
    """Everybody of the shop, readers too; no Buyer, and nobody of the operator's by this way."""
    return actor.side is Side.SELLER and actor.seller_id == conversation.seller_id


def can_work_in(*, actor: Actor, conversation: Ref) -> bool:
    """Those of the shop who answer in it."""
    return can_answer(actor=actor) and can_see_teamwork(actor=actor, conversation=conversation)


def can_say_away(*, actor: Actor, person: UUID) -> bool:
    """Those who answer, of themselves; an owner of any colleague."""
    return can_answer(actor=actor) and (actor.person == person or actor.has(Role.OWNER))
