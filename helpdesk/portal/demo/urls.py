"""Addresses that only a demo has."""

from django.urls import path

from helpdesk.portal.demo import mails, switching

app_name = "demo"
urlpatterns = [
    path("switch", switching.switch, name="switch"),
    path("mails", mails.index, name="mails"),
    path("mails/<str:id>", mails.show, name="mail"),
]
