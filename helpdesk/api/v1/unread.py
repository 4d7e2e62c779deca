"""How many notices call for somebody: the number beside a bell, here and on the Platform's pages."""

from typing import Annotated

from ninja import Query, Router, Schema

from helpdesk.accounts.policies import can_launch
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.v1.launches import SideWord, person_of
from helpdesk.api.v1.targets import Reference
from helpdesk.kernel.refusal import Forbidden
from helpdesk.notifications import queries

me, platform = Router(), Router()


class Unread(Schema):
    """`unread` is 100 at most."""

    unread: int


@me.get("/unread", response=Unread)
def mine(request: ApiRequest) -> dict[str, int]:
    """The caller's own, in the hat of the token."""
    return {"unread": queries.unread_count(actor=request.auth)}


@platform.get("/unread", response=Unread)
def of_person(
    request: ApiRequest, side: Annotated[SideWord, Query()], person: Annotated[Reference, Query()]
) -> dict[str, int]:
    """Those of whoever is signed in on the Platform's page: `person` is a buyer's id, or a member's."""
    if not can_launch(actor=request.auth):
        raise Forbidden("launch.platform_only")
    return {"unread": queries.unread_count(actor=person_of(side=side, person=person))}
