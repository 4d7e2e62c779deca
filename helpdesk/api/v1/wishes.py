"""What is told by mail, and when: the caller's own wishes, and what is usual for colleagues."""

from typing import Annotated, Any, Literal

from ninja import Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.v1.notices import KindWord
from helpdesk.kernel import clock
from helpdesk.kernel.refusal import Forbidden
from helpdesk.notifications import actions, queries
from helpdesk.notifications.terms import Kind, Rhythm, Wishes, minute_of, wall

router = Router()
Minute = Annotated[str, Field(max_length=5, examples=["07:30"])]


class WishesShape(Schema):
    """`mailed` are kinds; hours are those of `zone` (IANA, empty: the usual one), as a clock shows them.

    Nothing leaves from `quiet_from` until `quiet_until`; where both are the same, there are no such hours.
    """

    model_config = ConfigDict(extra="forbid")

    mailed: Annotated[list[KindWord], Field(max_length=20)]
    rhythm: Literal["at_once", "hourly", "daily"]
    zone: Annotated[str, Field(max_length=64, examples=["Europe/Warsaw"])]
    digest_at: Minute
    quiet_from: Minute
    quiet_until: Minute


@router.get("/wishes", response=WishesShape)
def show(request: ApiRequest) -> dict[str, Any]:
    """What holds for the caller: their own choice, else the usual one."""
    found = queries.reader(actor=request.auth)
    if found is None:
        raise Forbidden("wishes.not_yours")
    return _shown(found.wishes)


@router.put("/wishes", response={204: None})
def choose(request: ApiRequest, body: WishesShape) -> Status[None]:
    """In place of what was chosen before. Counts from the next mail on."""
    actions.choose_wishes(actor=request.auth, now=clock.now(), wishes=_read(body))
    return Status(204, None)


@router.get("/usual", response=WishesShape)
def show_usual(request: ApiRequest) -> dict[str, Any]:
    """What holds for colleagues who chose nothing. For owners and platform administrators."""
    return _shown(queries.usual(actor=request.auth))


@router.put("/usual", response={204: None})
def choose_usual(request: ApiRequest, body: WishesShape) -> Status[None]:
    """In place of what was usual before. For owners and platform administrators."""
    actions.choose_usual(actor=request.auth, now=clock.now(), wishes=_read(body))
    return Status(204, None)


def _read(body: WishesShape) -> Wishes:
    return Wishes(
        mailed=frozenset(map(Kind, body.mailed)),
        rhythm=Rhythm(body.rhythm),
        zone=body.zone,
        digest_at=minute_of(body.digest_at),
        quiet_from=minute_of(body.quiet_from),
        quiet_until=minute_of(body.quiet_until),
    )


def _shown(wishes: Wishes) -> dict[str, Any]:
    return {
        "mailed": sorted(wishes.mailed),
        "rhythm": wishes.rhythm.value,
        "zone": wishes.zone,
        "digest_at": wall(wishes.digest_at),
        "quiet_from": wall(wishes.quiet_from),
        "quiet_until": wall(wishes.quiet_until),
    }
