"""The seller's addresses."""

from django.urls import path

from helpdesk.portal.account import team
from helpdesk.portal.seller import conversations, inbox

app_name = "seller"
urlpatterns = [
    path("inbox", inbox.inbox, name="inbox"),
    path("conversations/<ref:conversation>", conversations.show, name="conversation"),
    path("conversations/<ref:conversation>/replies", conversations.reply, name="replies"),
    path("conversations/<ref:conversation>/waivers", conversations.waive, name="waivers"),
    path("team", team.show, name="team"),
    path("team/invitations", team.invite, name="invitations"),
    path("team/invitations/<uuid:invitation>/withdrawal", team.withdraw, name="invitation_withdrawal"),
    path("team/members/<ref:member>/role", team.change_role, name="member_role"),
    path("team/members/<ref:member>/removal", team.remove, name="member_removal"),
]
