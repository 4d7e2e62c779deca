"""The administrator's addresses."""

from django.urls import path

from helpdesk.portal.account import people
from helpdesk.portal.administrator import desk, files, integrity, readings, records, verifications

app_name = "administrator"
urlpatterns = [
    path("", desk.show, name="desk"),
    path("files", files.index, name="files"),
    path("files/<ref:conversation>", files.show, name="file"),
    path("files/<ref:conversation>/readings", readings.open_file, name="readings"),
    path("files/<ref:conversation>/verifications", verifications.verify, name="verifications"),
    path("integrity", integrity.show, name="integrity"),
    path("integrity/verifications", integrity.verify, name="whole_verifications"),
    path("readings", readings.index, name="all_readings"),
    path("records", records.index, name="records"),
    path("people", people.index, name="people"),
    path("people/invitations", people.invite, name="people_invitations"),
    path("people/invitations/<uuid:invitation>/withdrawal", people.withdraw, name="people_withdrawal"),
    path("people/<uuid:person>", people.show, name="person"),
    path("people/<uuid:person>/roles", people.set_roles, name="person_roles"),
    path("people/<uuid:person>/disabling", people.shut_out, name="person_disabling"),
    path("people/<uuid:person>/enabling", people.let_in, name="person_enabling"),
]
