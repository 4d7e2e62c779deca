"""Whither goods go back: the Seller's address for returns, for both sides of the case."""

from collections.abc import Sequence

from helpdesk.archive.database.scope import everything
from helpdesk.cases.terms.deeds import CaseShown
from helpdesk.marketplace.models import SellerIdentity


def return_address(*, case: CaseShown) -> tuple[str, Sequence[str]]:
    """The country (ISO 3166-1, empty where none is known) and the lines, at least the shop's name: of a case
    that its reader has been shown. One SQL statement.
    """
    with everything():  # to whom a Buyer sends goods back is no secret from them
        found = SellerIdentity.objects.filter(seller_id=case.ref.seller_id).first()
    if found is None:
        return "", [case.seller]
    to = next(iter(found.return_addresses), None) or found.address or {}
    place = f"{to.get('postal_code') or ''} {to.get('city') or ''}".strip()
    name = to.get("recipient") or found.legal_name or case.seller
    return str(to.get("country") or ""), [line for line in (str(name), *to.get("lines", ()), place) if line]
