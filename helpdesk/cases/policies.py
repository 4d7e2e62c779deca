"""Who may do what with cases; whose thread it is decides, as for messages."""

from helpdesk.cases.terms.names import By
from helpdesk.conversations.policies import can_write
from helpdesk.conversations.terms import Thread
from helpdesk.kernel.actor import Actor, Role, Side

_SIDES = {Side.BUYER: By.BUYER, Side.SELLER: By.SELLER, Side.ADMINISTRATOR: By.PLATFORM}


def can_take_part(actor: Actor) -> bool:
    """Buyers, those who answer for a Seller, and the Platform's own judges; readers only read."""
    if actor.side is Side.SELLER:
        return actor.has(Role.OWNER, Role.AGENT)
    return actor.side is Side.BUYER or can_decide(actor)


def can_decide(actor: Actor) -> bool:
    """Support decides what is put before the Platform; that another person hears an appeal, the flow says."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.SUPPORT)


def can_act(*, actor: Actor, thread: Thread) -> bool:
    """Who takes steps in a case of this thread."""
    return can_decide(actor) or can_write(actor=actor, thread=thread)


def can_tell(actor: Actor) -> bool:
    """Those who tell of a shop's orders before anybody asks."""
    return actor.side is Side.SELLER and actor.has(Role.OWNER, Role.AGENT)


def side_of(actor: Actor) -> By | None:
    """For whom the actor takes steps; None: for nobody, they only read, or are time itself."""
    return _SIDES.get(actor.side) if can_take_part(actor) else None


def can_read_outcomes(actor: Actor) -> bool:
    """The Platform, which carries out what was decided; people read their cases."""
    return actor.side in (Side.PLATFORM, Side.SYSTEM)
