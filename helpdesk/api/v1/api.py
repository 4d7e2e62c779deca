"""The API object: a router per noun, a line each."""

from helpdesk.api import problems
from helpdesk.api.answers import Renderer
from helpdesk.api.bodies import StrictParser
from helpdesk.api.credentials import Token
from helpdesk.api.description import DescribedAPI

ROUTERS = {
    "/agreements": ("helpdesk.api.v1.agreements.router",),
    "/appeals": ("helpdesk.api.v1.appeals.router",),
    "/attachments": ("helpdesk.api.v1.attachments.router",),
    "/attempts": ("helpdesk.api.v1.attempts.router",),
    "/calendars": ("helpdesk.api.v1.calendars.router",),
    "/cases": ("helpdesk.api.v1.cases.router", "helpdesk.api.v1.dispute_packs.router"),
    "/contacts": ("helpdesk.api.v1.case_sides.contacts",),
    "/conversations": (
        "helpdesk.api.v1.conversations.router",
        "helpdesk.api.v1.deeds.router",
        "helpdesk.api.v1.clocks.router",
        "helpdesk.api.v1.agreements.proposals",
        "helpdesk.api.v1.case_sides.conversations",
        "helpdesk.api.v1.teamwork.router",
        "helpdesk.api.v1.files.readings",
        "helpdesk.api.v1.packages.router",
        "helpdesk.api.v1.starting.conversations",
        "helpdesk.api.v1.letters.voice",
        "helpdesk.api.v1.reports.conversations",
        "helpdesk.api.v1.history.router",
        "helpdesk.api.v1.translations.router",
        "helpdesk.api.v1.disputes.conversations",
    ),
    "/disputes": ("helpdesk.api.v1.disputes.router",),
    "/entries": ("helpdesk.api.v1.entries.router",),
    "/erasures": ("helpdesk.api.v1.erasures.router",),
    "/figures": ("helpdesk.api.v1.figures.rules",),
    "/enforcement/proposals": ("helpdesk.api.v1.measures.proposals",),
    "/files": ("helpdesk.api.v1.files.files",),
    "/flows": ("helpdesk.api.v1.flows.router",),
    "/holds": ("helpdesk.api.v1.holds.router",),
    "/inbox": ("helpdesk.api.v1.inbox.router",),
    "/integrity": ("helpdesk.api.v1.integrity.router",),
    "/law": ("helpdesk.api.v1.law.router",),
    "/letters": ("helpdesk.api.v1.letters.router",),
    "/log": ("helpdesk.api.v1.log.router",),
    "/me": ("helpdesk.api.v1.me.router", "helpdesk.api.v1.market_changes.router"),
    "/notices": ("helpdesk.api.v1.notices.router", "helpdesk.api.v1.wishes.router"),
    "/obligations": ("helpdesk.api.v1.disputes.owed",),
    "/offers": ("helpdesk.api.v1.offers.router", "helpdesk.api.v1.questions.offers"),
    "/orders": (
        "helpdesk.api.v1.orders.router",
        "helpdesk.api.v1.questions.orders",
        "helpdesk.api.v1.handed_over.router",
        "helpdesk.api.v1.starting.orders",
        "helpdesk.api.v1.case_sides.orders",
    ),
    "/measures": ("helpdesk.api.v1.measures.router",),
    "/outages": ("helpdesk.api.v1.outages.router",),
    "/overview": ("helpdesk.api.v1.overview.overview",),
    "/people": ("helpdesk.api.v1.people.router",),
    "/platform": (
        "helpdesk.api.v1.platform.router",
        "helpdesk.api.v1.batches.router",
        "helpdesk.api.v1.incomplete.router",
    ),
    "/quality": ("helpdesk.api.v1.figures.quality",),
    "/readings": ("helpdesk.api.v1.readings.router",),
    "/reports": ("helpdesk.api.v1.reports.router",),
    "/retention": ("helpdesk.api.v1.retention.router",),
    "/reviews": ("helpdesk.api.v1.reviews.router",),
    "/rules": ("helpdesk.api.v1.rules.router", "helpdesk.api.v1.conduct_rules.rules"),
    "/samples": ("helpdesk.api.v1.samples.router",),
    "/search": ("helpdesk.api.v1.search.router",),
    "/searches": ("helpdesk.api.v1.searches.router",),
    "/saved-replies": ("helpdesk.api.v1.saved_replies.router",),
    "/shops": ("helpdesk.api.v1.overview.shops",),
    "/standing": ("helpdesk.api.v1.standing.router", "helpdesk.api.v1.disputes.points"),
    "/standings": ("helpdesk.api.v1.standings.router",),
    "/team": ("helpdesk.api.v1.team.router",),
    "/team/absences": ("helpdesk.api.v1.absences.router",),
    "/together": ("helpdesk.api.v1.together.router",),
    "/trials": ("helpdesk.api.v1.conduct_rules.trials",),
    "/uploads": ("helpdesk.api.v1.uploads.router",),
    "/warnings": ("helpdesk.api.v1.warned.router",),
}

api = DescribedAPI(
    title="Helpdesk",
    version="1",
    description="All communication between the Sellers and the Buyers of a marketplace.",
    urls_namespace="api-v1",
    docs_url=None,  # the stock page loads scripts from elsewhere; the description itself is at openapi.json
    auth=Token(),
    parser=StrictParser(),
    renderer=Renderer(),
)
problems.install(api)
for prefix, routers in ROUTERS.items():
    for router in routers:
        api.add_router(prefix, router, tags=[prefix.strip("/")])
