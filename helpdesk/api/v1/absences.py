"""Who of a Seller's team is away, and who covers. No clock stops, and no Buyer sees it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import ref_of, reference_of
from helpdesk.api.v1.posting import KEYED
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.queries import team_of
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.teamwork import actions, queries
from helpdesk.teamwork.terms import Absence

router = Router()
MemberId = Annotated[str, Field(max_length=100, description="The id of a membership, as in /team/members.")]


class _Body(Schema):
    model_config = ConfigDict(extra="forbid")


class NewAbsence(_Body):
    """Who is away, from a day to a day (both with it, by the calendar of the shop's establishment), and who
    covers.
    """

    member: MemberId
    first_on: date
    last_on: date
    cover: MemberId


class NewCover(_Body):
    """Who covers from now on."""

    cover: MemberId


class Absentee(Schema):
    """One of the team; `member` is null for who has left it."""

    member: str | None
    name: str


class AbsenceShape(Schema):
    """`cover` was named; `covered_by` covers today, where the absence runs: null, nobody does. `ended_at` is
    when it was called off, or ended before its last day.
    """

    id: str
    absent: Absentee
    first_on: date
    last_on: date
    cover: Absentee
    stage: Literal["coming", "running", "over"]
    covered_by: Absentee | None
    ended_at: datetime | None


class Absences(Schema):
    """`data`: those that run or come, by their first day; `past`: the latest 50."""

    today: date
    data: list[AbsenceShape]
    past: list[AbsenceShape]


class Added(Schema):
    """The absence."""

    id: str


@router.get("", response=Absences)
def absences(request: ApiRequest) -> dict[str, Any]:
    """Who is away, and who covers; for everybody on the team."""
    found = queries.absences_of(actor=request.auth, now=clock.now())
    members = {one.person: str(one.ref) for one in team_of(actor=request.auth)}
    return {
        "today": found.today,
        "data": [_shape(one, members) for one in found.ahead],
        "past": [_shape(one, members) for one in found.past],
    }


@router.post("", response={201: Added}, openapi_extra=KEYED)
def say_away(request: ApiRequest, body: NewAbsence) -> Status[dict[str, str]]:
    """Say that one is away, and who covers. Owners may say it of a colleague."""
    team = _team(request)
    ref = actions.say_away(
        actor=request.auth,
        now=clock.now(),
        person=_person(team, body.member, "member"),
        first_on=body.first_on,
        last_on=body.last_on,
        cover=_person(team, body.cover, "cover"),
        key=key_of(request),
    )
    return Status(201, {"id": str(ref)})


@router.put("/{absence}/cover", response={204: None})
def choose_cover(request: ApiRequest, absence: str, body: NewCover) -> Status[None]:
    """Somebody else covers, for the days that are left."""
    person = _person(_team(request), body.cover, "cover")
    actions.choose_cover(actor=request.auth, now=clock.now(), absence=_ref(absence), cover=person)
    return Status(204, None)


@router.delete("/{absence}", response={204: None})
def end(request: ApiRequest, absence: str) -> Status[None]:
    """Call it off, or end it before its last day."""
    actions.end_absence(actor=request.auth, now=clock.now(), absence=_ref(absence))
    return Status(204, None)


def _ref(text: str) -> Ref:
    return reference_of(text=text, missing="absence.not_found")


def _team(request: ApiRequest) -> dict[Ref, UUID]:
    return {one.ref: one.person for one in team_of(actor=request.auth)}


def _person(team: Mapping[Ref, UUID], text: str, field: str) -> UUID:
    member = ref_of(kind=Kind.MEMBER, text=text)
    if member not in team:
        raise NotFound("member.not_found", field=field)
    return team[member]


def _shape(one: Absence, members: dict[UUID, str]) -> dict[str, Any]:
    now = one.away.person if one.away else None
    return {
        "id": str(one.ref),
        "absent": {"member": members.get(one.person), "name": one.name},
        "first_on": one.days.first,
        "last_on": one.days.last,
        "cover": {"member": members.get(one.cover), "name": one.cover_name},
        "stage": one.stage.value,
        "covered_by": {"member": members.get(now), "name": one.away.name} if one.away and now else None,
        "ended_at": one.ended_at,
    }
