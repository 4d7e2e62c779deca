"""Where people are: each party's own, and the operator's to read."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.models import Buyer, SellerIdentity
from helpdesk.marketplace.terms.shown import IdentityShown

Address = Mapping[str, Any]


def addresses_of_buyer(*, actor: Actor, buyer_id: UUID) -> Sequence[Address]:
    """A buyer's addresses as the Platform sent them, for that buyer and the operator; else none.

    One SQL statement beside the scope's.
    """
    with acting(actor):
        found = Buyer.objects.filter(id=buyer_id).values_list("addresses", flat=True).first()
    return found or []


def identity_of(*, actor: Actor, seller_id: int) -> IdentityShown:
    """A seller's name in law and addresses, for its people and the operator.

    One SQL statement beside the scope's. Raises NotFound, for others as for nothing.
    """
    with acting(actor):
        found = SellerIdentity.objects.filter(seller_id=seller_id).first()
    if found is None:
        raise NotFound("seller.not_found")
    return IdentityShown(
        legal_name=found.legal_name,
        address=found.address,
        contact=found.contact,
        return_addresses=found.return_addresses,
    )
