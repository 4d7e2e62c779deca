"""What we have of the things that a batch of records names; it grows as records are judged."""

from dataclasses import dataclass, field
from uuid import UUID

from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.marketplace.terms.kinds import Kind, Known, Name

NEEDED = frozenset({Kind.MARKET, Kind.SELLER, Kind.ORDER})
"""Kinds without which a record has to wait: they give it its seller, its law and its clock."""


@dataclass(slots=True)
class World:
    """Directory rows by name, and of orders and parcels what later records must agree with."""

    known: dict[Name, Known] = field(default_factory=dict)
    buyer_of: dict[UUID, UUID] = field(default_factory=dict)  # order -> buyer
    lines_of: dict[UUID, frozenset[str]] = field(default_factory=dict)  # order -> its lines, when strict
    order_of: dict[UUID, UUID] = field(default_factory=dict)  # shipment or refund -> order

    def has(self, name: Name) -> bool:
        """Whether it has arrived, so that a record may rest on it; an order that is expected will do."""
        known = self.known.get(name)
        if known is None:
            return False
        return not known.is_stub or (name.kind is Kind.ORDER and known.seller_id != OPERATOR)

    def arrived(self, name: Name) -> bool:
        """Whether the thing itself has arrived. People never do: they are only named."""
        known = self.known.get(name)
        return known is not None and (not known.is_stub or name.kind is Kind.PERSON)

    def account(self, name: Name) -> Ref | None:
        """Our id of the account that is known in its other part only: one person, several hats."""
        known = self.known.get(name.twin) if name.twin else None
        return known.ref if known else None
