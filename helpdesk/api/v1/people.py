"""People, for the Platform and its platform admins: access, and the Platform's own roles."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.accounts import actions, queries
from helpdesk.accounts.terms import PersonShown
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.invitations import posted
from helpdesk.api.v1.team import Email, Invitation, Invitations, shape
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Role

router = Router()
OperatorRole = Literal["support", "reviewer", "compliance", "auditor", "platform_admin"]


class Person(Schema):
    """Somebody who may sign in, or may not: `disabled_at`."""

    id: UUID
    name: str
    email: str | None
    language: str
    disabled_at: datetime | None
    last_sign_in_at: datetime | None
    roles: list[str]


class People(Schema):
    """At most 50; whoever gets more says more."""

    data: list[Person]


class InviteAdministrator(Schema):
    """Whom, as what, and in which language the mail is."""

    model_config = ConfigDict(extra="forbid")

    email: Email
    role: OperatorRole
    language: Literal["en", "pl", "de", "fr", "it"] = "en"


@router.get("", response=People)
def find(request: ApiRequest, words: Annotated[str, Query(), Field(max_length=200)] = "") -> dict[str, Any]:
    """By part of a name or an address; without words, everybody with one of the Platform's roles."""
    found = queries.find_people(actor=request.auth, words=words.strip())
    return {"data": [_shape(person) for person in found]}


@router.get("/invitations", response=Invitations)
def invitations(request: ApiRequest) -> dict[str, Any]:
    """Open invitations to the Platform's own people."""
    found = queries.open_invitations(actor=request.auth, now=clock.now(), seller_id=None)
    return {"data": [shape(invitation=invitation) for invitation in found]}


@router.post("/invitations", response={201: Invitation})
def invite(request: ApiRequest, body: InviteAdministrator) -> Status[dict[str, Any]]:
    """Invite an administrator by e-mail. An open invitation to the same address is replaced."""
    invited = actions.invite(
        actor=request.auth,
        now=clock.now(),
        email=body.email,
        role=Role(body.role),
        language=body.language,
    )
    posted(invited=invited, kind="invitation/administrator", facts={})
    return Status(201, shape(invitation=invited.invitation))


@router.delete("/invitations/{invitation}", response={204: None})
def withdraw(request: ApiRequest, invitation: UUID) -> Status[None]:
    """Its link opens nothing any more."""
    actions.withdraw_invitation(actor=request.auth, now=clock.now(), invitation_id=invitation, seller_id=None)
    return Status(204, None)


@router.get("/{person}", response=Person)
def show(request: ApiRequest, person: UUID) -> dict[str, Any]:
    """One person."""
    return _shape(queries.person_shown(actor=request.auth, person_id=person))


@router.put("/{person}/disabling", response={204: None})
def disable(request: ApiRequest, person: UUID) -> Status[None]:
    """Out at once, with every session and token."""
    queries.person_shown(actor=request.auth, person_id=person)
    actions.disable_person(actor=request.auth, now=clock.now(), person_id=person)
    return Status(204, None)


@router.delete("/{person}/disabling", response={204: None})
def enable(request: ApiRequest, person: UUID) -> Status[None]:
    """They may sign in again."""
    queries.person_shown(actor=request.auth, person_id=person)
    actions.enable_person(actor=request.auth, now=clock.now(), person_id=person)
    return Status(204, None)


@router.put("/{person}/roles/{role}", response={204: None})
def grant(request: ApiRequest, person: UUID, role: OperatorRole) -> Status[None]:
    """Give one of the Platform's roles."""
    queries.person_shown(actor=request.auth, person_id=person)
    actions.grant_role(actor=request.auth, now=clock.now(), person_id=person, role=Role(role))
    return Status(204, None)


@router.delete("/{person}/roles/{role}", response={204: None})
def revoke(request: ApiRequest, person: UUID, role: OperatorRole) -> Status[None]:
    """Take it; one platform admin stays."""
    queries.person_shown(actor=request.auth, person_id=person)
    actions.revoke_role(actor=request.auth, now=clock.now(), person_id=person, role=Role(role))
    return Status(204, None)


def _shape(person: PersonShown) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "email": person.email,
        "language": person.language,
        "disabled_at": person.disabled_at,
        "last_sign_in_at": person.last_login,
        "roles": [role.value for role in person.roles],
    }
