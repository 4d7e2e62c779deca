"""A Seller's team: colleagues and invitations."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.accounts import actions as accounts
from helpdesk.accounts import queries as people
from helpdesk.accounts.terms import MAX_EMAIL, InvitationShown
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.invitations import posted
from helpdesk.api.references import ref_of
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Role
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace import actions, queries
from helpdesk.marketplace.terms.kinds import Kind

router = Router()
TeamRole = Literal["owner", "agent", "reader"]
Email = Annotated[str, Field(max_length=MAX_EMAIL)]


class Member(Schema):
    """A colleague; `id` is that of the membership."""

    id: str
    name: str
    email: str
    role: str


class Members(Schema):
    """Owners first."""

    data: list[Member]


class Invitation(Schema):
    """An offer by e-mail that nobody has taken up yet. The link itself is in the mail only."""

    id: UUID
    email: str
    role: str
    invited_at: datetime
    expires_at: datetime


class Invitations(Schema):
    """By address."""

    data: list[Invitation]


class Invite(Schema):
    """Whom, as what, and in which language the mail is."""

    model_config = ConfigDict(extra="forbid")

    email: Email
    role: TeamRole
    language: Literal["en", "pl", "de", "fr", "it"] = "en"


class NewRole(Schema):
    """What the colleague may do from now on."""

    model_config = ConfigDict(extra="forbid")

    role: TeamRole


@router.get("/members", response=Members)
def members(request: ApiRequest) -> dict[str, Any]:
    """The team, for everybody on it."""
    return {
        "data": [
            {"id": str(member.ref), "name": member.name, "email": member.email, "role": member.role.value}
            for member in queries.team_of(actor=request.auth)
        ]
    }


@router.put("/members/{member}/role", response={204: None})
def change_role(request: ApiRequest, member: str, body: NewRole) -> Status[None]:
    """Give a colleague another role. For owners; a team keeps at least one."""
    actions.change_role(
        actor=request.auth,
        now=clock.now(),
        member=ref_of(kind=Kind.MEMBER, text=member),
        role=Role(body.role),
    )
    return Status(204, None)


@router.delete("/members/{member}", response={204: None})
def remove(request: ApiRequest, member: str) -> Status[None]:
    """Remove a colleague: out at once, tokens included. For owners."""
    actions.remove_member(actor=request.auth, now=clock.now(), member=ref_of(kind=Kind.MEMBER, text=member))
    return Status(204, None)


@router.get("/invitations", response=Invitations)
def invitations(request: ApiRequest) -> dict[str, Any]:
    """Those that are open. For owners."""
    found = people.open_invitations(actor=request.auth, now=clock.now(), seller_id=_shop(request))
    return {"data": [shape(invitation=invitation) for invitation in found]}


@router.post("/invitations", response={201: Invitation})
def invite(request: ApiRequest, body: Invite) -> Status[dict[str, Any]]:
    """Invite by e-mail. An open invitation to the same address is replaced. For owners."""
    invited = actions.invite_member(
        actor=request.auth,
        now=clock.now(),
        email=body.email,
        role=Role(body.role),
        language=body.language,
    )
    shop = queries.seller_of(actor=request.auth, seller_id=request.auth.seller_id or 0).name
    posted(invited=invited, kind="invitation/team", facts={"shop": shop, "inviter": request.auth.name})
    return Status(201, shape(invitation=invited.invitation))


@router.delete("/invitations/{invitation}", response={204: None})
def withdraw(request: ApiRequest, invitation: UUID) -> Status[None]:
    """Its link opens nothing any more. For owners."""
    accounts.withdraw_invitation(
        actor=request.auth, now=clock.now(), invitation_id=invitation, seller_id=_shop(request)
    )
    return Status(204, None)


def _shop(request: ApiRequest) -> int:
    """Whose team it is; other sides have none."""
    if request.auth.seller_id is None:
        raise NotFound("member.not_found")
    return request.auth.seller_id


def shape(*, invitation: InvitationShown) -> dict[str, Any]:
    """An invitation, as both teams' endpoints show it."""
    return {
        "id": invitation.id,
        "email": invitation.email,
        "role": invitation.role.value,
        "invited_at": invitation.invited_at,
        "expires_at": invitation.expires_at,
    }
