"""Who the caller is, what they may do, and their choices of language and market."""

from collections.abc import Iterator
from typing import Annotated, Any

from ninja import Router, Schema
from pydantic import ConfigDict, Field

from helpdesk.accounts import actions as accounts
from helpdesk.accounts import policies as may_accounts
from helpdesk.api.credentials import ApiRequest
from helpdesk.conversations import policies as may_conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace import policies as may_marketplace
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.queries import Seat
from helpdesk.oversight import policies as may_oversight

router = Router()
Code = Annotated[str, Field(max_length=35)]


class HatShape(Schema):
    """A side that the person can act as; `worn` is the one that this token speaks for."""

    side: str
    roles: list[str]
    shop: str | None
    worn: bool


class Me(Schema):
    """The caller. `market` is a Buyer's own; for others the one that they look at, null for all of them."""

    person: str
    name: str
    side: str
    roles: list[str]
    language: str
    market: str | None
    time_zone: str | None
    hats: list[HatShape]
    may: list[str]


class Chosen(Schema):
    """What is absent stays. `market` is for Sellers' people and Administrators; null is all markets."""

    model_config = ConfigDict(extra="forbid", strict=True)

    language: Code = Field("", examples=["pl"])
    market: Code | None = Field(None, examples=["de"])


@router.get("", response=Me)
def show(request: ApiRequest) -> dict[str, Any]:
    """Who I am, which sides I have, what I may do."""
    return _me(request.auth)


@router.patch("", response=Me)
def choose(request: ApiRequest, body: Chosen) -> dict[str, Any]:
    """Choose the language of pages and, at work, the market that lists show."""
    actor, now = request.auth, clock.now()
    if "language" in body.model_fields_set:
        accounts.choose_language(actor=actor, now=now, person_id=actor.person, language=body.language)
    if "market" in body.model_fields_set:
        market = _known(actor, body.market)
        accounts.choose_market_filter(actor=actor, now=now, person_id=actor.person, market=market)
    return _me(actor)


def _known(actor: Actor, market: str | None) -> str:
    if actor.side not in (Side.SELLER, Side.ADMINISTRATOR):
        raise Forbidden("market.no_filter")
    seat = _seat(actor)
    if market is not None and (seat is None or market not in dict(seat.markets)):
        raise NotFound("market.not_found", field="market")
    return market or ""


def _me(actor: Actor) -> dict[str, Any]:
    seat = _seat(actor)
    hats = marketplace.wardrobe_for_system(person_id=actor.person)
    return {
        "person": str(actor.person),
        "name": actor.name,
        "side": actor.side.value,
        "roles": sorted(actor.roles),
        "language": seat.actor.language if seat else actor.language,
        "market": seat.market if seat else None,
        "time_zone": (seat.zone or None) if seat else None,
        "hats": [
            {
                "side": choice.hat.side.value,
                "roles": sorted(choice.roles),
                "shop": choice.shop or None,
                "worn": choice.hat.side is actor.side and choice.hat.seller_id == actor.seller_id,
            }
            for choice in hats
        ],
        "may": [*_may(actor)],
    }


def _seat(actor: Actor) -> Seat | None:
    return marketplace.seat_for_system(
        person_id=actor.person, side=actor.side, at=clock.now(), seller_id=actor.seller_id
    )


def _may(actor: Actor) -> Iterator[str]:
    """Deeds that are open to this hat; each thing may still say no."""
    for deed, is_open in (
        ("ask", actor.side is Side.BUYER),
        ("change_market", actor.side is Side.BUYER),
        ("reply", may_conversations.can_answer(actor=actor)),
        ("manage_team", may_accounts.can_invite(actor=actor, seller_id=actor.seller_id)),
        ("read_files", may_oversight.can_read_files(actor=actor)),
        ("verify", may_oversight.can_verify(actor=actor)),
        ("send_records", may_marketplace.can_mirror(actor)),
    ):
        if is_open:
            yield deed
