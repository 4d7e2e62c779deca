"""The seller's addresses."""

from django.urls import path

from helpdesk.kernel.actor import Side
from helpdesk.portal import exports, sides
from helpdesk.portal.account import team
from helpdesk.portal.agreements import addresses as agreements
from helpdesk.portal.cases import addresses as shared_cases
from helpdesk.portal.notices import addresses as notices
from helpdesk.portal.seller import (
    absences,
    appeals,
    cases,
    composing,
    connections,
    conversations,
    files,
    inbox,
    measures,
    order,
    orders,
    quality,
    saved_replies,
    search,
    teamwork,
    together,
    updates,
)
from helpdesk.portal.seller.standing import disputes
from helpdesk.portal.seller.standing import views as standing
from helpdesk.portal.webhooks import addresses as webhooks

app_name = "seller"
urlpatterns = [
    *notices.with_usual(Side.SELLER),
    *agreements.of(Side.SELLER),
    *exports.of(Side.SELLER),
    *sides.of(Side.SELLER),
    *shared_cases.of(Side.SELLER),
    *webhooks.of(Side.SELLER, place="settings/webhooks"),
    path("cases", cases.index, name="cases"),
    path("inbox", inbox.inbox, name="inbox"),
    path("conversations/<ref:conversation>", conversations.show, name="conversation"),
    path("conversations/<ref:conversation>/replies", conversations.reply, name="replies"),
    path("conversations/<ref:conversation>/presence", composing.be_present, name="presence"),
    path("conversations/<ref:conversation>/waivers", conversations.waive, name="waivers"),
    path("conversations/<ref:conversation>/notes", teamwork.note, name="notes"),
    path("conversations/<ref:conversation>/assignment", teamwork.assign, name="assignment"),
    path("conversations/<ref:conversation>/tags", teamwork.tag, name="tags"),
    path("conversations/<ref:conversation>/snooze", teamwork.snooze, name="snooze"),
    path("conversations/<ref:conversation>/insertions", saved_replies.insert, name="insertions"),
    path("conversations/<ref:conversation>/saved-text", saved_replies.text_for, name="saved_text"),
    path("saved-replies", saved_replies.listed, name="saved_replies"),
    path("saved-replies/new", saved_replies.new, name="saved_reply_new"),
    path("saved-replies/additions", saved_replies.save, name="saved_reply_additions"),
    path("saved-replies/<ref:reply>", saved_replies.show, name="saved_reply"),
    path("saved-replies/<ref:reply>/changes", saved_replies.change, name="saved_reply_changes"),
    path("saved-replies/<ref:reply>/withdrawal", saved_replies.withdraw, name="saved_reply_withdrawal"),
    path("together", together.show, name="together"),
    path("together/choices", together.choose, name="together_choices"),
    path("together/answers", together.answer, name="together_answers"),
    path("together/waivers", together.waive, name="together_waivers"),
    path("orders", orders.index, name="orders"),
    path("orders/<ref:order>", order.show, name="order"),
    path("orders/<ref:order>/messages", order.write, name="order_messages"),
    path("orders/<ref:order>/updates", updates.tell, name="updates"),
    path("orders/<ref:order>/checks", order.check, name="order_checks"),
    path("uploads", files.receive, name="uploads"),
    path("uploads/<uuid:upload>/removal", files.withdraw, name="upload_removal"),
    path("quality", quality.show, name="quality"),
    path("standing", standing.show, name="standing"),
    path("standing/points", standing.points, name="standing_points"),
    path("standing/points/<ref:point>", disputes.show, name="standing_point"),
    path("standing/points/<ref:point>/disputes", disputes.dispute, name="point_disputes"),
    path("standing/disputes", disputes.index, name="disputes"),
    path("appeals", appeals.index, name="appeals"),
    path("appeals/<ref:appeal>", appeals.show, name="appeal"),
    path("measures/<ref:subject>/appeal", appeals.write, {"against": "measure"}, name="measure_appeal"),
    path("measures/<ref:subject>/appeals", appeals.file, {"against": "measure"}, name="measure_appeals"),
    path("violations/<ref:subject>/appeal", appeals.write, {"against": "violation"}, name="violation_appeal"),
    path(
        "violations/<ref:subject>/appeals", appeals.file, {"against": "violation"}, name="violation_appeals"
    ),
    path("standing/points.csv", standing.points_csv, name="standing_points_csv"),
    path("measures", measures.index, name="measures"),
    path("measures/<ref:measure>", measures.show, name="measure"),
    path("measures/<ref:measure>/statement.pdf", measures.pdf, name="measure_pdf"),
    path("search", search.show, name="search"),
    path("search/hits", search.hits, name="search_hits"),
    path("settings/connections", connections.show, name="connections"),
    path("settings/connections/keys", connections.make, name="keys"),
    path("settings/connections/keys/<uuid:key>/renewals", connections.renew, name="key_renewals"),
    path("settings/connections/keys/<uuid:key>/end", connections.end, name="key_end"),
    path("team", team.show, name="team"),
    path("team/absences", absences.listed, name="absences"),
    path("team/absences/additions", absences.say, name="absence_additions"),
    path("team/absences/<ref:absence>/cover", absences.cover, name="absence_cover"),
    path("team/absences/<ref:absence>/end", absences.end, name="absence_end"),
    path("team/invitations", team.invite, name="invitations"),
    path("team/invitations/<uuid:invitation>/withdrawal", team.withdraw, name="invitation_withdrawal"),
    path("team/members/<ref:member>/role", team.change_role, name="member_role"),
    path("team/members/<ref:member>/removal", team.remove, name="member_removal"),
]
