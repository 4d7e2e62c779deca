"""A shipment: a parcel to the buyer, or back."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from helpdesk.marketplace.terms.kinds import Kind, Name
from helpdesk.marketplace.terms.records.body import Body, Part, Reference
from helpdesk.marketplace.terms.values import Day, ExternalId, Instant, Quantity, Short


class ShippedLine(Part):
    """So many pieces of one line of the order."""

    line: ExternalId
    quantity: Quantity


class ShipmentBody(Body):
    """A parcel with pieces of one order."""

    KIND: ClassVar = Kind.SHIPMENT
    OWNER: ClassVar = "order"

    order: ExternalId
    lines: Annotated[list[ShippedLine], Field(max_length=500)] = []
    direction: Literal["out", "back"] = "out"
    carrier: Short | None = None
    tracking: Short | None = None
    dispatched_at: Instant | None = None
    expected_on: Day | None = None
    delivered_at: Instant | None = None

    @model_validator(mode="after")
    def _names_each_line_once(self) -> "ShipmentBody":
        if len({line.line for line in self.lines}) < len(self.lines):
            raise PydanticCustomError("value.line_twice", "value.line_twice")
        return self

    def named(self) -> Iterator[Reference]:
        yield Reference("/order", Name(Kind.ORDER, self.order))
