"""Who writes and uses a shop's saved replies."""

from django.db.models import Q

from helpdesk.kernel.actor import Actor, Role, Side


def visible_to(actor: Actor) -> Q:
    """The shop's own people see them, as row security decides it too."""
    return Q(seller_id=actor.seller_id) if actor.side is Side.SELLER else Q(pk__in=[])


def can_see(actor: Actor) -> bool:
    """Everybody on a shop's team."""
    return actor.side is Side.SELLER and actor.seller_id is not None


def can_write(actor: Actor) -> bool:
    """Those who answer: owners and agents."""
    return can_see(actor) and actor.has(Role.OWNER, Role.AGENT)
