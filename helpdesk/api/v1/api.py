"""The API object: a router per noun, a line each."""

from ninja import NinjaAPI

from helpdesk.api import problems
from helpdesk.api.bodies import StrictParser
from helpdesk.api.credentials import Token

ROUTERS = {
    "/platform": "helpdesk.api.v1.platform.router",
}

api = NinjaAPI(
    title="Helpdesk",
    version="1",
    description="All communication between the Sellers and the Buyers of a marketplace.",
    urls_namespace="api-v1",
    docs_url=None,  # the stock page loads scripts from elsewhere; the description itself is at openapi.json
    auth=Token(),
    parser=StrictParser(),
)
problems.install(api)
for prefix, router in ROUTERS.items():
    api.add_router(prefix, router, tags=[prefix.strip("/")])
