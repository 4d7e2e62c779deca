"""Keys of a shop's own tools: made, renewed and ended by its owners. No key can make keys."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpResponse
from ninja import Router, Schema, Status
from pydantic import AwareDatetime, ConfigDict, Field

from helpdesk.accounts import queries as people
from helpdesk.accounts.terms import MAX_KEY_NAME, MAX_OVERLAP, KeyShown
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.v1.posting import KEYED
from helpdesk.api.v1.shapes import Stamp, stamp
from helpdesk.kernel import clock
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace import actions, queries
from helpdesk.marketplace.terms.keys import KeyMade

router = Router()
KeyScope = Literal["read", "reply", "cases", "disputes", "webhooks", "export", "team"]


class ShopKeyShape(Schema):
    """A key without its secret, of which only `prefix` is known. `used_at` is to the minute, or so;
    `successor` is the key that replaces it, beside which it lives until `ends_at`. Of one that is
    `left_behind` whoever made it is no owner any more, but has seen its secret: renew it or end it.
    """

    id: UUID
    name: str
    prefix: str
    scopes: list[str]
    made_at: datetime
    made_by: str | None = Field(description="A name; null where it was not made by a person.")
    left_behind: bool
    used_at: datetime | None
    ends_at: datetime | None
    successor: UUID | None


class Keys(Schema):
    """By name; of two of one tool, the older first."""

    data: list[ShopKeyShape]


class NewKey(Schema):
    """Its name is the author of what it writes; absent `ends_at`: until it is ended."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(max_length=MAX_KEY_NAME, examples=["Warehouse"])]
    scopes: Annotated[list[KeyScope], Field(min_length=1, max_length=7)] = ["read", "reply"]
    ends_at: AwareDatetime | None = None


class Renewal(Schema):
    """For how many days the old key lives on beside the new one."""

    model_config = ConfigDict(extra="forbid", strict=True)

    keep_days: Annotated[int, Field(ge=0, le=MAX_OVERLAP)] = 7


class MadeKey(ShopKeyShape):
    """`secret` is shown this once, and null in the answer to a repeated request."""

    secret: str | None
    archive: Stamp


@router.get("", response=Keys)
def listed(request: ApiRequest) -> dict[str, Any]:
    """Those that live. For owners."""
    return {"data": _listed(request)}


@router.post("", response={201: MadeKey}, openapi_extra=KEYED)
def make(request: ApiRequest, response: HttpResponse, body: NewKey) -> Status[dict[str, Any]]:
    """Make a key. For owners, with the scope `write`, which no key has."""
    made = actions.make_key(
        actor=request.auth,
        now=clock.now(),
        name=body.name,
        scopes=body.scopes,
        key=key_of(request),
        ends_at=body.ends_at,
    )
    return _made(request, response, made)


@router.get("/{key}", response=ShopKeyShape)
def show(request: ApiRequest, key: UUID) -> dict[str, Any]:
    """One that lives. For owners."""
    for one in _listed(request):
        if one["id"] == key:
            return one
    raise NotFound("key.not_found")


@router.post("/{key}/renewals", response={201: MadeKey}, openapi_extra=KEYED)
def renew(request: ApiRequest, response: HttpResponse, key: UUID, body: Renewal) -> Status[dict[str, Any]]:
    """Another secret for the same tool; both live for `keep_days`. For owners."""
    made = actions.renew_key(
        actor=request.auth, now=clock.now(), old=key, keep_days=body.keep_days, key=key_of(request)
    )
    return _made(request, response, made)


@router.delete("/{key}", response={204: None})
def end(request: ApiRequest, key: UUID) -> Status[None]:
    """Out at once. For owners."""
    actions.end_key(actor=request.auth, now=clock.now(), old=key, key=f"end {key}")
    return Status(204, None)


def _made(request: ApiRequest, response: HttpResponse, made: KeyMade) -> Status[dict[str, Any]]:
    if made.kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    archive = stamp(receipt=made.kept.receipt, seller_id=made.kept.seller_id)
    shown = _shape(made.key, maker=request.auth.name)
    return Status(201, shown | {"secret": made.secret, "archive": archive})


def _listed(request: ApiRequest) -> list[dict[str, Any]]:
    found = queries.keys_of(actor=request.auth, now=clock.now())
    behind = queries.left_behind(actor=request.auth, keys=found)
    makers = people.names_for_system(people={one.made_by for one in found if one.made_by})
    return [
        _shape(one, maker=makers.get(one.made_by) if one.made_by else None, left_behind=one.id in behind)
        for one in found
    ]


def _shape(one: KeyShown, *, maker: str | None, left_behind: bool = False) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "prefix": one.prefix,
        "scopes": [scope.value for scope in one.scopes],
        "made_at": one.made_at,
        "made_by": maker,
        "left_behind": left_behind,
        "used_at": one.used_at,
        "ends_at": one.ends_at,
        "successor": one.successor,
    }
