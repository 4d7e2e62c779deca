"""Who may upload, and who may open what."""

from helpdesk.attachments.terms import OPEN_STATES, State
from helpdesk.kernel.actor import Actor, Role, Side

_AUTHORS_ONLY = (State.PENDING, State.HELD, State.WITHHELD)
_DESKS_TOO = (State.HELD, State.WITHHELD)


def can_upload(*, actor: Actor, seller_id: int) -> bool:
    """Who may post, and of a removed shop who may appeal: a Seller's owners and agents in their own shop; and
    Buyers.
    """
    if actor.side is Side.SELLER:
        return actor.seller_id == seller_id and actor.has(Role.OWNER, Role.AGENT, Role.FORMER)
    return actor.side is Side.BUYER


def can_open(*, actor: Actor, side: str, state: State) -> bool:
    """The author's side also before the examination; the others after it, if nothing was found. What waits
    for a person, or was withheld by one, the Platform's own people open too: they have to decide.

    What is infected or breaks whoever opens it is opened by nobody, and the Platform's machines open nothing.
    """
    if actor.side in (Side.PLATFORM, Side.SYSTEM):
        return False
    if state in OPEN_STATES:
        return True
    if actor.side is Side.ADMINISTRATOR:
        return state in _DESKS_TOO
    return state in _AUTHORS_ONLY and actor.side.value == side


def can_settle(*, actor: Actor) -> bool:
    """Whether a held file goes on is for reviewers to say."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.REVIEWER)
