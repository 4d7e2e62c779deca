"""Who reads events, and who says where they are sent."""

from django.db.models import Q

from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.kernel.ids import OPERATOR


def can_read_events(actor: Actor) -> bool:
    """The Platform and its administrators all that is published, a shop's tools what is theirs."""
    if actor.side is Side.SELLER:
        return actor.seller_id is not None
    return actor.side in (Side.PLATFORM, Side.ADMINISTRATOR)


def can_manage(actor: Actor) -> bool:
    """The Platform and its administrators of the platform their own, a shop's owners the shop's."""
    if actor.side is Side.SELLER:
        return actor.seller_id is not None and actor.has(Role.OWNER)
    return actor.side is Side.PLATFORM or actor.has(Role.PLATFORM_ADMIN)


def owner_of(actor: Actor) -> int:
    """Whose endpoints they are: the shop's, or the Platform's, which lie among the operator's rows."""
    return actor.seller_id if actor.side is Side.SELLER and actor.seller_id is not None else OPERATOR


def visible_to(actor: Actor) -> Q:
    """The rows of endpoints and deliveries that they may manage."""
    return Q(seller_id=owner_of(actor)) if can_manage(actor) else Q(pk__in=[])
