"""The seller's addresses."""

from django.urls import path

from helpdesk.portal.seller import conversations, inbox

app_name = "seller"
urlpatterns = [
    path("inbox", inbox.inbox, name="inbox"),
    path("conversations/<ref:conversation>", conversations.show, name="conversation"),
    path("conversations/<ref:conversation>/replies", conversations.reply, name="replies"),
]
