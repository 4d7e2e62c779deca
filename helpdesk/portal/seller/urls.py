"""The seller's addresses."""

from django.urls import path

from helpdesk.portal.account import team
from helpdesk.portal.seller import checks, conversations, files, inbox, packages, quality

app_name = "seller"
urlpatterns = [
    path("inbox", inbox.inbox, name="inbox"),
    path("conversations/<ref:conversation>", conversations.show, name="conversation"),
    path("conversations/<ref:conversation>/replies", conversations.reply, name="replies"),
    path("conversations/<ref:conversation>/checks", checks.check, name="checks"),
    path("conversations/<ref:conversation>/waivers", conversations.waive, name="waivers"),
    path("conversations/<ref:conversation>/package", packages.ask, name="package"),
    path("conversations/<ref:conversation>/packages", packages.take, name="packages"),
    path(
        "conversations/<ref:conversation>/messages/<uuid:message>/files",
        files.of_message,
        name="message_files",
    ),
    path("conversations/<ref:conversation>/files/<ref:file>", files.original, name="attachment"),
    path(
        "conversations/<ref:conversation>/files/<ref:file>/picture", files.picture, name="attachment_picture"
    ),
    path(
        "conversations/<ref:conversation>/files/<ref:file>/likeness",
        files.likeness,
        name="attachment_likeness",
    ),
    path("uploads", files.receive, name="uploads"),
    path("uploads/<uuid:upload>/removal", files.withdraw, name="upload_removal"),
    path("quality", quality.show, name="quality"),
    path("team", team.show, name="team"),
    path("team/invitations", team.invite, name="invitations"),
    path("team/invitations/<uuid:invitation>/withdrawal", team.withdraw, name="invitation_withdrawal"),
    path("team/members/<ref:member>/role", team.change_role, name="member_role"),
    path("team/members/<ref:member>/removal", team.remove, name="member_removal"),
]
