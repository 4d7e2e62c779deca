"""Where Sellers are established: how many at each place, and who they are."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Count, Q

from helpdesk.archive.database.scope import everything
from helpdesk.marketplace.models import Seller


class Establishment(NamedTuple):
    """A place (ISO 3166: country, and the part after the hyphen or nothing) and the Sellers there."""

    country: str
    subdivision: str
    sellers: int


def establishments_for_system() -> list[Establishment]:
    """All places at which a Seller is established. One SQL statement beside the scope's."""
    with everything():
        rows = Seller.objects.values_list("country", "subdivision").annotate(sellers=Count("seller_id"))
        return [Establishment(*row) for row in rows.order_by("country", "subdivision")]


def sellers_established_in(*, places: Iterable[tuple[str, str]], limit: int) -> list[tuple[str, str, str]]:
    """Name, country and subdivision of Sellers at these places, by name, in the present scope.

    One SQL statement, none without places.
    """
    here = Q()
    for country, subdivision in places:
        here |= Q(country=country, subdivision=subdivision)
    if not here:
        return []
    found = Seller.objects.filter(here).order_by("name", "seller_id")
    return list(found.values_list("name", "country", "subdivision")[:limit])
