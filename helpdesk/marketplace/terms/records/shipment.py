"""A shipment: a parcel to the buyer, or back."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from helpdesk.marketplace.terms.kinds import Kind, Name
from helpdesk.marketplace.terms.records.body import Body, Part, Reference
from helpdesk.marketplace.terms.values import Day, ExternalId, Instant, Quantity, Short


class PieceOfOrder(Part):
    """So many pieces of one line of the order."""

    line: ExternalId
    quantity: Quantity


def _once_each(lines: list[PieceOfOrder]) -> list[PieceOfOrder]:
    if len({line.line for line in lines}) < len(lines):
        raise PydanticCustomError("value.line_twice", "value.line_twice")
    return lines


once_each = AfterValidator(_once_each)


class ShipmentBody(Body):
    """A parcel with pieces of one order."""

    KIND: ClassVar = Kind.SHIPMENT
    OWNER: ClassVar = "order"

    order: ExternalId
    lines: Annotated[list[PieceOfOrder], Field(max_length=500), once_each] = []
    direction: Literal["out", "back"] = "out"
    carrier: Short | None = None
    tracking: Short | None = None
    dispatched_at: Instant | None = None
    expected_on: Day | None = None
    delivered_at: Instant | None = None

    def named(self) -> Iterator[Reference]:
        yield Reference("/order", Name(Kind.ORDER, self.order))
