"""The buyer's addresses."""

from django.urls import path

from helpdesk.portal.buyer import conversations, insisting, market, offers, order, orders

app_name = "buyer"
urlpatterns = [
    path("orders", orders.index, name="orders"),
    path("orders/ext:<str:external>", order.named, name="order_named"),
    path("orders/<ref:order>", order.show, name="order"),
    path("orders/<ref:order>/questions", order.ask, name="questions"),
    path("offers/ext:<str:external>", offers.named, name="offer_named"),
    path("offers/<ref:offer>", offers.show, name="offer"),
    path("offers/<ref:offer>/questions", offers.ask, name="offer_questions"),
    path("market", market.show, name="market"),
    path("market-changes", market.change, name="market_changes"),
    path("conversations", conversations.index, name="conversations"),
    path("conversations/<ref:conversation>", conversations.show, name="conversation"),
    path("conversations/<ref:conversation>/messages", conversations.write, name="messages"),
    path("conversations/<ref:conversation>/insistences", insisting.insist, name="insistences"),
    path("conversations/<ref:conversation>/objections", insisting.object_to_mark, name="objections"),
    path("conversations/<ref:conversation>/reopenings", insisting.reopen, name="reopenings"),
]
