"""To whom a statement of reasons goes: their language, zone and law."""

from dataclasses import dataclass

from helpdesk.accounts.models import Person
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.law.countries import MEMBERS
from helpdesk.marketplace.models import Market, Member, Seller


def seller_name(*, actor: Actor, seller_id: int) -> str:
    """What a Seller is called, for the desk. One SQL statement beside the scope's."""
    with acting(actor):
        return Seller.objects.values_list("name", flat=True).get(seller_id=seller_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A Seller: the language (BCP 47) is that of its first owner, the zone (IANA) its own.

    `country` (ISO 3166-1) is where it is established.
    """

    name: str
    language: str
    zone: str
    country: str

    @property
    def is_eu(self) -> bool:
        """Established where the Union's law gives further redress."""
        return self.country in MEMBERS


def addressee_of(*, seller_id: int) -> Addressee:
    """In the present scope. Three SQL statements."""
    seller = Seller.objects.get(seller_id=seller_id)
    owners = Member.objects.filter(seller_id=seller_id, role="owner", removed_at=None).order_by("id")
    people = Person.objects.in_bulk([owner.person_id for owner in owners[:1]])
    spoken = next((person.language for person in people.values()), "")
    return Addressee(
        name=seller.name,
        language=spoken or "en",
        zone=seller.time_zone,
        country=seller.country,
    )


def market_of(*, seller_id: int) -> str | None:
    """The market at a Seller's home, whose business days count; None where there is none. Two SQL statements.

    In the present scope.
    """
    country = Seller.objects.values_list("country", flat=True).get(seller_id=seller_id)
    home = Market.objects.filter(country=country).order_by("code")
    return home.values_list("code", flat=True).first()
