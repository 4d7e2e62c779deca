"""The administrator's addresses."""

from django.urls import path

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
]
