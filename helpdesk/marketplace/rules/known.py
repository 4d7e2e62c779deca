"""What we have of the things that a batch of records names; it grows as records are judged."""

from dataclasses import dataclass, field
from uuid import UUID

from helpdesk.marketplace.terms.kinds import Known, Name


@dataclass(slots=True)
class World:
    """Directory rows by name, and of orders and shipments what later records must agree with."""

    known: dict[Name, Known] = field(default_factory=dict)
    buyer_of: dict[UUID, UUID] = field(default_factory=dict)  # order -> buyer
    lines_of: dict[UUID, frozenset[str]] = field(default_factory=dict)  # order -> its lines
    order_of: dict[UUID, UUID] = field(default_factory=dict)  # shipment -> order
