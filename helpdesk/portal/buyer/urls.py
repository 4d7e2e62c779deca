"""The buyer's addresses."""

from django.urls import path

from helpdesk.kernel.actor import Side
from helpdesk.portal import exports, sides
from helpdesk.portal.agreements import addresses as agreements
from helpdesk.portal.buyer import (
    cases,
    checks,
    conversations,
    details,
    files,
    insisting,
    market,
    muting,
    offers,
    order,
    orders,
    refusals,
    search,
)
from helpdesk.portal.cases import addresses as shared_cases
from helpdesk.portal.notices import addresses as notices

app_name = "buyer"
urlpatterns = [
    *notices.of(Side.BUYER),
    *agreements.of(Side.BUYER),
    *exports.of(Side.BUYER),
    *sides.of(Side.BUYER),
    *shared_cases.of(Side.BUYER),
    *cases.addresses,
    path("refusals/<ref:attempt>", refusals.show, name="refusal"),
    path("refusals/<ref:attempt>/appeals", refusals.file, name="refusal_appeals"),
    path("refusals/<ref:attempt>/uploads", files.receive_for_refusal, name="refusal_uploads"),
    path("refusals/<ref:place>/uploads/<uuid:upload>/removal", files.withdraw, name="refusal_upload_removal"),
    path("appeals/<ref:appeal>", refusals.follow, name="appeal"),
    path("orders", orders.index, name="orders"),
    path("orders/ext:<str:external>", order.named, name="order_named"),
    path("orders/<ref:order>", order.show, name="order"),
    path("orders/<ref:order>/questions", order.ask, name="questions"),
    path("orders/<ref:order>/mute", muting.of_order, name="order_mute"),
    path("conversations/<ref:conversation>/mute", muting.of_conversation, name="mute"),
    path("orders/<ref:order>/details", details.show, name="details"),
    path("orders/<ref:order>/delivery-details", details.give_delivery_details, name="delivery_details"),
    path("orders/<ref:order>/refund-account", details.give_refund_account, name="refund_account"),
    path("offers/ext:<str:external>", offers.named, name="offer_named"),
    path("offers/<ref:offer>", offers.show, name="offer"),
    path("offers/<ref:offer>/questions", offers.ask, name="offer_questions"),
    path("orders/<ref:order>/checks", checks.check_about_order, name="order_checks"),
    path("offers/<ref:offer>/checks", checks.check_about_offer, name="offer_checks"),
    path("orders/<ref:order>/uploads", files.receive_for_order, name="order_uploads"),
    path("offers/<ref:offer>/uploads", files.receive_for_offer, name="offer_uploads"),
    path("conversations/<ref:conversation>/uploads", files.receive, name="uploads"),
    path("orders/<ref:place>/uploads/<uuid:upload>/removal", files.withdraw, name="order_upload_removal"),
    path("offers/<ref:place>/uploads/<uuid:upload>/removal", files.withdraw, name="offer_upload_removal"),
    path("conversations/<ref:place>/uploads/<uuid:upload>/removal", files.withdraw, name="upload_removal"),
    path("market", market.show, name="market"),
    path("market-changes", market.change, name="market_changes"),
    path("search", search.show, name="search"),
    path("search/hits", search.hits, name="search_hits"),
    path("conversations", conversations.index, name="conversations"),
    path("conversations/<ref:conversation>", conversations.show, name="conversation"),
    path("conversations/<ref:conversation>/messages", conversations.write, name="messages"),
    path("conversations/<ref:conversation>/insistences", insisting.insist, name="insistences"),
    path("conversations/<ref:conversation>/objections", insisting.object_to_mark, name="objections"),
    path("conversations/<ref:conversation>/completions", insisting.complete, name="completions"),
    path("conversations/<ref:conversation>/reopenings", insisting.reopen, name="reopenings"),
]
