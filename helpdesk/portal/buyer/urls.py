"""The buyer's addresses."""

from django.urls import path

from helpdesk.portal.buyer import conversations, orders

app_name = "buyer"
urlpatterns = [
    path("orders", orders.index, name="orders"),
    path("orders/<ref:order>", orders.show, name="order"),
    path("orders/<ref:order>/questions", orders.ask, name="questions"),
    path("conversations", conversations.index, name="conversations"),
    path("conversations/<ref:conversation>", conversations.show, name="conversation"),
    path("conversations/<ref:conversation>/messages", conversations.write, name="messages"),
]
