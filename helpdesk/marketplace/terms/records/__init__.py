"""Records as the Platform sends them, validated; `version` orders the versions of each."""

from helpdesk.marketplace.terms.records.body import Address, Body, Reference
from helpdesk.marketplace.terms.records.buyer import BuyerBody
from helpdesk.marketplace.terms.records.market import MarketBody
from helpdesk.marketplace.terms.records.offer import OfferBody
from helpdesk.marketplace.terms.records.order import OrderBody, OrderLine
from helpdesk.marketplace.terms.records.seller import MemberBody, SellerBody
from helpdesk.marketplace.terms.records.shipment import ShipmentBody

__all__ = [
    "Address",
    "Body",
    "BuyerBody",
    "MarketBody",
    "MemberBody",
    "OfferBody",
    "OrderBody",
    "OrderLine",
    "Reference",
    "SellerBody",
    "ShipmentBody",
]
