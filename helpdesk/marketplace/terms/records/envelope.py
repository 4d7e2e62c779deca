"""Records one a line: the same fields, with `type` and `id` in front."""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from helpdesk.marketplace.terms import records
from helpdesk.marketplace.terms.values import ExternalId, MarketCode


class MarketLine(records.MarketBody):
    """A market on a line."""

    type: Literal["market"]
    id: MarketCode


class SellerLine(records.SellerBody):
    """A seller on a line."""

    type: Literal["seller"]
    id: ExternalId


class MemberLine(records.MemberBody):
    """A member on a line."""

    type: Literal["member"]
    id: ExternalId


class BuyerLine(records.BuyerBody):
    """A buyer on a line."""

    type: Literal["buyer"]
    id: ExternalId


class OfferLine(records.OfferBody):
    """An offer on a line."""

    type: Literal["offer"]
    id: ExternalId


class OrderLine(records.OrderBody):
    """An order on a line."""

    type: Literal["order"]
    id: ExternalId


class ShipmentLine(records.ShipmentBody):
    """A shipment on a line."""

    type: Literal["shipment"]
    id: ExternalId


class RefundLine(records.RefundBody):
    """A refund on a line."""

    type: Literal["refund"]
    id: ExternalId


Record = MarketLine | SellerLine | MemberLine | BuyerLine | OfferLine | OrderLine | ShipmentLine | RefundLine
READER: TypeAdapter[Record] = TypeAdapter(Annotated[Record, Field(discriminator="type")])
