"""The portal's addresses: one tree per side."""

from django.urls import include, path, register_converter

from helpdesk.portal import asking_checks, launching, palette, parcels, preferences, sign_in
from helpdesk.portal.account import acting, entrance
from helpdesk.portal.converters import LogConverter, RefConverter
from helpdesk.portal.embed import views as embed
from helpdesk.portal.notices import stopping
from helpdesk.portal.public import accessibility, appeals, calendars, how, log, outages, tracks, weights
from helpdesk.portal.vouching import views as vouching

register_converter(RefConverter, "ref")
register_converter(LogConverter, "log")

urlpatterns = [
    path("", sign_in.home, name="home"),
    path("sign-in", entrance.sign_in, name="sign_in"),
    path("sign-in", entrance.sign_in, name="account_login"),  # as django-allauth calls it
    path("sign-in/with/<str:name>", vouching.go, name="vouch"),
    path("sign-in/from/<str:name>", vouching.back, name="vouched"),
    path("signed-out/<str:name>", vouching.gone, name="vouched_out"),
    path("sign-out", sign_in.leave, name="sign_out"),
    path("acting-as", acting.acting_as, name="acting_as"),
    path("account/", include("helpdesk.portal.account.urls")),
    path("launch/<str:secret>", launching.launch, name="launch"),
    path("embed/", embed.about, name="embed"),
    path("embed/helpdesk.js", embed.module, name="embed_module"),
    path("preferences", preferences.choose, name="preferences"),
    path("palette", palette.hits, name="palette"),
    path("parcels", parcels.look, name="parcels"),
    path("demo/sign-in/<str:ticket>", sign_in.demo, name="demo_sign_in"),
    path("demo/", include("helpdesk.portal.demo.urls")),
    path("attempts/<ref:attempt>/checks", asking_checks.ask, name="checks_asked"),
    path("notices/stop/<str:word>", stopping.stop, name="stop_mails"),
    path("how-it-works", how.show, name="how_it_works"),
    path("accessibility", accessibility.show, name="accessibility"),
    path("outages", outages.show, name="outages"),
    path("appeals", appeals.show, name="appeals"),
    path("appeals/<int:year>.csv", appeals.as_csv, name="appeals_csv"),
    path("weights", weights.show, name="weights"),
    path("measures", tracks.show, name="tracks"),
    path("calendars/<str:code>", calendars.show, name="calendar"),
    path("keys", log.keys, name="keys"),
    path("archive/<log:log>/checkpoint", log.checkpoint, name="checkpoint"),
    path("archive/<log:log>/tile/<path:place>", log.tile, name="tile"),
    path("buyer/", include("helpdesk.portal.buyer.urls")),
    path("seller/", include("helpdesk.portal.seller.urls")),
    path("administrator/", include("helpdesk.portal.administrator.urls")),
]
