"""Kinds of things that the Platform has ids for, and where such a thing is with us."""

from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from helpdesk.kernel.ids import Ref

MAX_EXTERNAL_ID = 100  # characters of the Platform's own ids
STUB = -1  # the version of what has been named but has not arrived; no record has such a one
NO_ID = UUID(int=0)  # a seller and a market are found without a UUID


class Kind(StrEnum):
    """What an external id names; a person only ever appears as the `person` of a member."""

    MARKET = "market"
    SELLER = "seller"
    PERSON = "person"
    MEMBER = "member"
    BUYER = "buyer"
    OFFER = "offer"
    ORDER = "order"
    SHIPMENT = "shipment"
    REFUND = "refund"


class Name(NamedTuple):
    """A thing as the Platform names it."""

    kind: Kind
    external_id: str

    @property
    def twin(self) -> "Name | None":
        """The same account in its other part: who buys under an id is who works for sellers under it."""
        other = _PARTS.get(self.kind)
        return Name(other, self.external_id) if other else None


_PARTS = {Kind.BUYER: Kind.PERSON, Kind.PERSON: Kind.BUYER}


class Known(NamedTuple):
    """A thing that we have: whose it is, its id, and how new our version is."""

    seller_id: int
    id: UUID
    order: int

    @property
    def is_stub(self) -> bool:
        """Whether it was named but has not arrived."""
        return self.order == STUB

    @property
    def ref(self) -> Ref:
        """Our public id for it."""
        return Ref(self.seller_id, self.id)


def public_id(*, name: Name, ref: Ref) -> str:
    """The id that answers show: a Ref, or a market's code."""
    return name.external_id if name.kind is Kind.MARKET else str(ref)
