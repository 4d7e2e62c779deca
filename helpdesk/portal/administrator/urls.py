"""The administrator's addresses."""

from django.urls import path

from helpdesk.portal.account import people
from helpdesk.portal.administrator import (
    attachments,
    attempts,
    desk,
    files,
    integrity,
    outages,
    packages,
    readings,
    records,
    samples,
    verifications,
)
from helpdesk.portal.administrator.calendars import importing, listing, publishing, year

app_name = "administrator"
urlpatterns = [
    path("", desk.show, name="desk"),
    path("files", files.index, name="files"),
    path("files/<ref:conversation>", files.show, name="file"),
    path("files/<ref:conversation>/readings", readings.open_file, name="readings"),
    path("files/<ref:conversation>/package", packages.ask, name="package"),
    path("files/<ref:conversation>/packages", packages.take, name="packages"),
    path("files/<ref:conversation>/verifications", verifications.verify, name="verifications"),
    path("files/<ref:conversation>/files/<ref:file>", attachments.original, name="attachment"),
    path("files/<ref:conversation>/files/<ref:file>/picture", attachments.picture, name="attachment_picture"),
    path(
        "files/<ref:conversation>/files/<ref:file>/likeness", attachments.likeness, name="attachment_likeness"
    ),
    path("integrity", integrity.show, name="integrity"),
    path("integrity/verifications", integrity.verify, name="whole_verifications"),
    path("readings", readings.index, name="all_readings"),
    path("records", records.index, name="records"),
    path("samples", samples.index, name="samples"),
    path("samples/<ref:sample>", samples.show, name="sample"),
    path("samples/<ref:sample>/readings", samples.open_file, name="sample_readings"),
    path("samples/<ref:sample>/judgments", samples.judge, name="sample_judgments"),
    path("attempts/<ref:attempt>", attempts.show, name="attempt"),
    path("attempts/<ref:attempt>/readings", attempts.open_file, name="attempt_readings"),
    path("attempts/<ref:attempt>/release", attempts.release, name="attempt_release"),
    path("attempts/<ref:attempt>/confirmation", attempts.confirm, name="attempt_confirmation"),
    path("outages", outages.index, name="outages"),
    path("outages/declarations", outages.declare, name="outage_declarations"),
    path("outages/<uuid:proposal>", outages.show, name="outage"),
    path("outages/<uuid:proposal>/publication", outages.publish, name="outage_publication"),
    path("outages/<uuid:proposal>/dismissal", outages.dismiss, name="outage_dismissal"),
    path("calendars", listing.index, name="calendars"),
    path("calendars/<str:code>", year.show, name="calendar"),
    path("calendars/<str:code>/imports", importing.propose, name="calendar_imports"),
    path("calendars/<str:code>/previews", publishing.preview, name="calendar_previews"),
    path("calendars/<str:code>/versions", publishing.publish, name="calendar_versions"),
    path("people", people.index, name="people"),
    path("people/invitations", people.invite, name="people_invitations"),
    path("people/invitations/<uuid:invitation>/withdrawal", people.withdraw, name="people_withdrawal"),
    path("people/<uuid:person>", people.show, name="person"),
    path("people/<uuid:person>/roles", people.set_roles, name="person_roles"),
    path("people/<uuid:person>/disabling", people.shut_out, name="person_disabling"),
    path("people/<uuid:person>/enabling", people.let_in, name="person_enabling"),
]
