"""Who may change the mirror, and whose orders are whose."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q

from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.marketplace.rules.restricting import is_forbidden
from helpdesk.marketplace.terms.restrictions import Act, RestrictionKind


def can_mirror(actor: Actor) -> bool:
    """The Platform's own connection, the platform administrators, and the command line."""
    return actor.side in (Side.PLATFORM, Side.SYSTEM) or actor.has(Role.PLATFORM_ADMIN)


def can_see_incomplete(actor: Actor) -> bool:
    """Who may see what the Platform has yet to send: the operator's side."""
    return actor.side in (Side.PLATFORM, Side.SYSTEM, Side.ADMINISTRATOR)


def can_see(*, actor: Actor, seller_id: int, buyer_id: UUID) -> bool:
    """Whether the actor is the seller's person, the buyer, or the operator."""
    if actor.side is Side.SELLER:
        return actor.seller_id == seller_id
    return actor.side is not Side.BUYER or actor.buyer_id == buyer_id


def visible_to(actor: Actor) -> Q:
    """The rows of a table by seller_id and buyer_id that `can_see` lets the actor see."""
    if actor.side is Side.SELLER:
        return Q(seller_id=actor.seller_id)
    return Q(buyer_id=actor.buyer_id) if actor.side is Side.BUYER else Q()


def is_open(*, act: Act, kinds: Collection[RestrictionKind]) -> bool:
    """Whether a deed towards the other side is open under a seller's restrictions in force."""
    return not is_forbidden(act, kinds=kinds)


def can_manage_keys(actor: Actor) -> bool:
    """Who makes and ends the keys of a shop's tools: its owners."""
    return can_manage_team(actor)


def can_manage_team(actor: Actor) -> bool:
    """A seller's owner, for their own shop."""
    return actor.side is Side.SELLER and actor.has(Role.OWNER)


def can_see_markets(actor: Actor) -> bool:
    """Everybody at the desk: what a market is explains what its clocks and cases do."""
    return actor.side is Side.ADMINISTRATOR


def can_decide_markets(actor: Actor) -> bool:
    """Platform administrators: a market carries law and clocks, so no caseworker and no machine decides."""
    return actor.side is Side.ADMINISTRATOR and actor.has(Role.PLATFORM_ADMIN)
