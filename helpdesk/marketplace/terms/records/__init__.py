"""Records as the Platform sends them, validated; `version` orders the versions of each."""

from helpdesk.marketplace.terms.records.body import Address, Body, Naming, Reference
from helpdesk.marketplace.terms.records.buyer import BuyerBody
from helpdesk.marketplace.terms.records.market import MarketBody, MarketDraft
from helpdesk.marketplace.terms.records.offer import OfferBody
from helpdesk.marketplace.terms.records.order import ExpectedOrderBody, OrderBody, OrderLine
from helpdesk.marketplace.terms.records.refund import RefundBody
from helpdesk.marketplace.terms.records.seller import MemberBody, SellerBody
from helpdesk.marketplace.terms.records.shipment import ShipmentBody

__all__ = [
    "Address",
    "AnyBody",
    "Body",
    "BuyerBody",
    "ExpectedOrderBody",
    "MarketBody",
    "MarketDraft",
    "MemberBody",
    "Naming",
    "OfferBody",
    "OrderBody",
    "OrderLine",
    "Reference",
    "RefundBody",
    "SellerBody",
    "ShipmentBody",
]

AnyBody = Body | ExpectedOrderBody
