"""Where the room's entries lie: the Seller's own chain, and one of the desk's about the Seller."""

from uuid import uuid5

from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.marketplace import queries as marketplace


def sellers_chain(*, seller_id: int) -> Chain:
    """What was decided about a seller, which the seller's side sees; in the present scope."""
    return _chain(seller_id=seller_id, name=ChainName.SELLER, audience=Audience.SELLER)


def desks_chain(*, seller_id: int) -> Chain:
    """What is proposed and considered about a seller, which the desk sees; in the present scope."""
    return _chain(seller_id=seller_id, name="enforcement", audience=Audience.OPERATOR)


def _chain(*, seller_id: int, name: str, audience: Audience) -> Chain:
    stand_in = marketplace.stand_in_of(seller_id=seller_id)
    return Chain(
        seller_id=seller_id,
        id=uuid5(stand_in, name),
        name=ChainName.SELLER,
        audience=audience,
        seller=stand_in,
    )
