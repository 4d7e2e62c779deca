"""Who may upload, and who may open what."""

from helpdesk.attachments.terms import OPEN_STATES, State
from helpdesk.kernel.actor import Actor, Role, Side


def can_upload(*, actor: Actor, seller_id: int) -> bool:
    """Who may post: a Seller's owners and agents in their own shop, and Buyers."""
    if actor.side is Side.SELLER:
        return actor.seller_id == seller_id and actor.has(Role.OWNER, Role.AGENT)
    return actor.side is Side.BUYER


def can_open(*, actor: Actor, side: str, state: State) -> bool:
    """The author's side also before the examination; the others after it, if nothing was found.

    What is infected or breaks whoever opens it is opened by nobody, and the Platform's machines open nothing.
    """
    if actor.side in (Side.PLATFORM, Side.SYSTEM):
        return False
    return state in OPEN_STATES or (state is State.PENDING and actor.side.value == side)
