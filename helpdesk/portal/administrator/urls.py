"""The administrator's addresses."""

from django.urls import path

from helpdesk.portal.administrator import files, readings, verifications

app_name = "administrator"
urlpatterns = [
    path("files", files.index, name="files"),
    path("files/<ref:conversation>", files.show, name="file"),
    path("files/<ref:conversation>/readings", readings.open_file, name="readings"),
    path("files/<ref:conversation>/verifications", verifications.verify, name="verifications"),
]
