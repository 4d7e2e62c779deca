"""A seller and its people."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from helpdesk.marketplace.terms.kinds import Kind, Name
from helpdesk.marketplace.terms.records.body import Address, Body, Part, Reference
from helpdesk.marketplace.terms.values import Country, Email, ExternalId, Instant, Line, Long, Short, Zone


class Establishment(Part):
    """Where the seller's business days are counted."""

    country: Country
    subdivision: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")] | None = None
    time_zone: Zone

    @model_validator(mode="after")
    def _lies_in_the_country(self) -> "Establishment":
        if self.subdivision and not self.subdivision.startswith(f"{self.country}-"):
            raise PydanticCustomError("value.subdivision", "value.subdivision")
        return self


class Contact(Part):
    """How the law lets a buyer reach a trader."""

    email: Email | None = None
    phone: Short | None = None
    url: Long | None = None


class SellerBody(Body):
    """A seller, a trader or a private person."""

    KIND: ClassVar = Kind.SELLER

    name: Line
    trader: bool
    legal_name: Line
    address: Address
    establishment: Establishment
    contact: Contact = Contact()
    return_addresses: Annotated[list[Address], Field(max_length=20)] = []
    status: Literal["active", "suspended", "closed"] = "active"


class MemberBody(Body):
    """A person who works for a seller, until `removed_at`."""

    KIND: ClassVar = Kind.MEMBER
    OWNER: ClassVar = "seller"

    seller: ExternalId
    person: ExternalId
    name: Line
    email: Email | None = None
    role: Literal["owner", "agent", "reader"]
    removed_at: Instant | None = None

    def named(self) -> Iterator[Reference]:
        yield Reference("/seller", Name(Kind.SELLER, self.seller))
        yield Reference("/person", Name(Kind.PERSON, self.person))
