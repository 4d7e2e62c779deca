"""Addresses: the portal, the API, and what monitors ask."""

from django.urls import include, path

from helpdesk.api import health, metrics, reference
from helpdesk.api.v1.api import api

urlpatterns = [
    path("api/v1/docs", reference.index, name="api-reference"),
    path("api/v1/docs/<slug:noun>", reference.noun, name="api-reference-noun"),
    path("problems/<str:code>", reference.problem, name="api-problem"),
    path("api/v1/", api.urls),
    path("healthz", health.live),
    path("readyz", health.fit),
    path("metrics", metrics.show),
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("health/log", health.log),
    path("", include("helpdesk.portal.urls")),
]
handler400 = "helpdesk.portal.errors.bad_request"
handler403 = "helpdesk.portal.errors.forbidden"
handler404 = "helpdesk.portal.errors.not_found"
handler429 = "helpdesk.portal.account.entrance.too_many"  # read by django-allauth
handler500 = "helpdesk.portal.errors.server_error"
