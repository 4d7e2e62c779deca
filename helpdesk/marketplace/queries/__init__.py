"""Reads of the marketplace."""

from helpdesk.marketplace.queries.addresses import addresses_of_buyer, identity_of
from helpdesk.marketplace.queries.bodies import bodies_in
from helpdesk.marketplace.queries.carriers import carrier_of, number_trouble
from helpdesk.marketplace.queries.entrances import hats_for_system, launched_for_system, resolve_for_system
from helpdesk.marketplace.queries.establishments import (
    Establishment,
    establishments_for_system,
    sellers_established_in,
)
from helpdesk.marketplace.queries.incomplete import incomplete
from helpdesk.marketplace.queries.keys import keys_of, left_behind
from helpdesk.marketplace.queries.last_events import last_events
from helpdesk.marketplace.queries.market_change import market_change
from helpdesk.marketplace.queries.markets import (
    market_held,
    market_outlook,
    markets,
    usual_market,
)
from helpdesk.marketplace.queries.offers import offer_of, offers_on
from helpdesk.marketplace.queries.orders import order_of, orders_named, orders_numbered, orders_of_buyer
from helpdesk.marketplace.queries.parcels import fulfilments_of, parcels_of, shipments_of
from helpdesk.marketplace.queries.particulars import particulars_of_offer, particulars_of_order
from helpdesk.marketplace.queries.parties import (
    buyer_known,
    buyer_names,
    buyers_named,
    buyers_of,
    market_of,
    market_place,
    markets_for_system,
    seller_names,
    seller_of,
    sellers_named,
    stand_in_of,
    stand_ins_of,
)
from helpdesk.marketplace.queries.refunds import refunds_of
from helpdesk.marketplace.queries.restrictions import (
    kinds_in_force,
    kinds_under_way,
    measure_factors,
    restrictions_in_force,
)
from helpdesk.marketplace.queries.seats import (
    Seat,
    bearer_for_system,
    seat_for_system,
    still_seated_for_system,
)
from helpdesk.marketplace.queries.sold import MAX_FIND, buyers_of_orders, orders_of_seller
from helpdesk.marketplace.queries.subjects import order_facts, subject_of_offer, subject_of_order
from helpdesk.marketplace.queries.team import team_of
from helpdesk.marketplace.queries.tongues import language_of_buyer
from helpdesk.marketplace.queries.wardrobe import Choice, shop_name_for_system, wardrobe_for_system

__all__ = [
    "MAX_FIND",
    "Choice",
    "Establishment",
    "Seat",
    "addresses_of_buyer",
    "bearer_for_system",
    "bodies_in",
    "buyer_known",
    "buyer_names",
    "buyers_named",
    "buyers_of",
    "buyers_of_orders",
    "carrier_of",
    "establishments_for_system",
    "fulfilments_of",
    "hats_for_system",
    "identity_of",
    "incomplete",
    "keys_of",
    "kinds_in_force",
    "kinds_under_way",
    "language_of_buyer",
    "last_events",
    "launched_for_system",
    "left_behind",
    "market_change",
    "market_held",
    "market_of",
    "market_outlook",
    "market_place",
    "markets",
    "markets_for_system",
    "measure_factors",
    "number_trouble",
    "offer_of",
    "offers_on",
    "order_facts",
    "order_of",
    "orders_named",
    "orders_numbered",
    "orders_of_buyer",
    "orders_of_seller",
    "parcels_of",
    "particulars_of_offer",
    "particulars_of_order",
    "refunds_of",
    "resolve_for_system",
    "restrictions_in_force",
    "seat_for_system",
    "seller_names",
    "seller_of",
    "sellers_established_in",
    "sellers_named",
    "shipments_of",
    "shop_name_for_system",
    "stand_in_of",
    "stand_ins_of",
    "still_seated_for_system",
    "subject_of_offer",
    "subject_of_order",
    "team_of",
    "usual_market",
    "wardrobe_for_system",
]
