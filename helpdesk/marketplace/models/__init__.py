"""Tables of the marketplace: the Platform's records, and the directory of its ids."""

from helpdesk.marketplace.models.buyer import Buyer, Pair
from helpdesk.marketplace.models.directory import ExternalId, Mention
from helpdesk.marketplace.models.market import Market
from helpdesk.marketplace.models.market_choice import MarketChoice
from helpdesk.marketplace.models.market_decision import MarketDecision
from helpdesk.marketplace.models.moved import Moved
from helpdesk.marketplace.models.offer import Offer
from helpdesk.marketplace.models.order import Order, OrderLine, Refund, Shipment
from helpdesk.marketplace.models.restriction import Restriction
from helpdesk.marketplace.models.seller import Member, Seller, SellerIdentity

__all__ = [
    "Buyer",
    "ExternalId",
    "Market",
    "MarketChoice",
    "MarketDecision",
    "Member",
    "Mention",
    "Moved",
    "Offer",
    "Order",
    "OrderLine",
    "Pair",
    "Refund",
    "Restriction",
    "Seller",
    "SellerIdentity",
    "Shipment",
]
