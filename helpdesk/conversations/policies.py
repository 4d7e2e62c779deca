"""Who may do what in a thread. What is not visible is answered as not there."""

from collections.abc import Collection

from django.db.models import Q

from helpdesk.archive.database.scope import scope_of
from helpdesk.conversations.rules.restricting import STARTS
from helpdesk.conversations.terms import Thread
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.marketplace.policies import can_mirror, is_open
from helpdesk.marketplace.terms.restrictions import RestrictionKind


def visible_to(*, actor: Actor) -> Q:
    """The threads that the actor may see, as row security decides it too."""
    if actor.side is Side.SELLER:
        return Q(seller_id=actor.seller_id)
    if actor.side is Side.BUYER:
        return Q(buyer_id=actor.buyer_id)
    return Q() if scope_of(actor).scope == "all" else Q(pk__in=[])


def can_see(*, actor: Actor, seller_id: int, buyer_id: object) -> bool:
    """Whether this thread is among `visible_to(actor)`."""
    if actor.side is Side.SELLER:
        return seller_id == actor.seller_id
    if actor.side is Side.BUYER:
        return buyer_id == actor.buyer_id
    return True


def can_answer(*, actor: Actor) -> bool:
    """Sellers' owners and agents; readers only read."""
    return actor.side is Side.SELLER and actor.has(Role.OWNER, Role.AGENT)


def can_reply(*, actor: Actor, thread: Thread) -> bool:
    """Those who answer, in the threads of their own shop."""
    return can_answer(actor=actor) and actor.seller_id == thread.ref.seller_id


def can_ask(*, actor: Actor, thread: Thread) -> bool:
    """The buyer whose thread it is."""
    return actor.side is Side.BUYER and actor.buyer_id == thread.buyer_id


def can_write(*, actor: Actor, thread: Thread) -> bool:
    """Both sides of it, and the machine that books what became of what they said."""
    if actor.side is Side.SYSTEM:
        return True
    return can_reply(actor=actor, thread=thread) or can_ask(actor=actor, thread=thread)


def can_speak(*, actor: Actor) -> bool:
    """Support: the Administrator's own voice in a thread of two others, who both hear it."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.SUPPORT)


def reasons_under(*, kinds: Collection[RestrictionKind]) -> list[SellerReason]:
    """For what a shop may write first about an order, under the restrictions in force."""
    return [reason for reason, act in STARTS.items() if is_open(act=act, kinds=kinds)]


def can_import(*, actor: Actor) -> bool:
    """Whoever sends the Platform's records also brings its older threads."""
    return can_mirror(actor)


def can_see_imports(*, actor: Actor) -> bool:
    """The operator's side: what came in from elsewhere is everybody's matter at the desk."""
    return actor.side in (Side.PLATFORM, Side.SYSTEM, Side.ADMINISTRATOR)


def can_ask_for_check(*, actor: Actor, side: Side) -> bool:
    """Those who may write on the side that was refused; whose shop or thread it is, row security has said."""
    return actor.side is side and (side is Side.BUYER or can_answer(actor=actor))


def can_settle(*, actor: Actor) -> bool:
    """Reviewers: whether a refused text was fine is for people, and not for those who wrote it."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.REVIEWER)
