"""Launches: the Platform lets whoever is signed in on its pages in here, by a link that works once."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any, Literal

from django.conf import settings
from django.urls import reverse
from ninja import Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.policies import can_launch
from helpdesk.accounts.terms import Doing, Hat, Target
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import ref_of
from helpdesk.api.v1.targets import Reference, target_of
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Forbidden
from helpdesk.kernel.shape import Misshapen
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace import queries
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.marketplace.terms.records import ExpectedOrderBody
from helpdesk.marketplace.terms.values import ExternalId, MarketCode, Short, is_external_id

router = Router()
SideWord = Literal["buyer", "seller"]


class LaunchTo(Schema):
    """One of them: our id, or (of an order or an offer) the Platform's after `ext:`."""

    model_config = ConfigDict(extra="forbid", strict=True)

    order: Reference | None = None
    offer: Reference | None = None
    conversation: Reference | None = None
    case: Reference | None = None


class ExpectedOrder(Schema):
    """An order whose record has not arrived, as in `PUT /platform/orders/{id}/expectation`."""

    model_config = ConfigDict(extra="forbid", strict=True)

    seller: ExternalId
    market: MarketCode
    number: Short | None = None


class NewLaunch(Schema):
    """Who is signed in on the Platform's page, and what they clicked.

    `person` is a buyer's id, or that of a seller's member. `do`: `ask` (about an offer or an order),
    `problem` (with an order), `open`. Without `to` it leads to the start page. `expected` makes an order
    known here that was placed a moment ago, with its buyer. `language` (BCP 47) is that of the Platform's
    page, for those who come for the first time.
    """

    model_config = ConfigDict(extra="forbid", strict=True)

    side: SideWord
    person: Reference
    do: Literal["ask", "problem", "open"] = "open"
    to: LaunchTo | None = None
    expected: ExpectedOrder | None = None
    language: Annotated[str, Field(max_length=35, pattern=r"^[A-Za-z0-9-]*$", examples=["pl"])] = ""


class LaunchShape(Schema):
    """Send the browser to `url` at once: it opens a session, once, until `expires_at`."""

    url: str
    expires_at: datetime


@router.post("", response={201: LaunchShape})
def launch(request: ApiRequest, body: NewLaunch) -> Status[dict[str, Any]]:
    """A link for one person and one click. For the Platform; each request makes a link of its own.

    Whoever is not theirs to see, or not here, is answered 404 before anybody is sent anywhere.
    """
    actor, now = request.auth, clock.now()
    if not can_launch(actor=actor):
        raise Forbidden("launch.platform_only")
    if body.expected is not None:
        _expect(actor, now, body, body.expected)
    hat = person_of(side=body.side, person=body.person)
    to = body.to.model_dump(exclude_none=True) if body.to else {}
    launched = accounts.issue_launch(
        actor=actor,
        now=now,
        hat=Hat(person=hat.person, side=hat.side, seller_id=hat.seller_id),
        target=target_of(actor=hat, now=now, doing=Doing(body.do), to=to) if body.to else Target(),
        language=body.language,
    )
    path = reverse("launch", args=[launched.secret])
    url = f"{settings.HELPDESK.public_url.rstrip('/')}{path}"
    return Status(201, {"url": url, "expires_at": launched.launch.expires_at})


def person_of(*, side: SideWord, person: str) -> Actor:
    """The hat of a buyer, or of a seller's member. Raises NotFound."""
    kind = Kind.BUYER if side == "buyer" else Kind.MEMBER
    return queries.launched_for_system(side=Side(side), named=ref_of(kind=kind, text=person))


def _expect(actor: Actor, now: datetime, body: NewLaunch, expected: ExpectedOrder) -> None:
    """The order stands in until its record arrives; one that is here stays as it is."""
    order, buyer = (body.to and body.to.order) or "", body.person
    named = [one.removeprefix("ext:") for one in (order, buyer) if one.startswith("ext:")]
    if body.side != "buyer" or len(named) < 2 or not all(map(is_external_id, named)):
        return
    record = ExpectedOrderBody(
        number=expected.number,
        market=expected.market,
        seller=expected.seller,
        buyer=named[1],
    )
    try:
        marketplace.put_record(actor=actor, now=now, external_id=named[0], record=record)
    except Misshapen as flawed:
        raise Misshapen(*(replace(one, pointer=f"/expected{one.pointer}") for one in flawed.flaws)) from None
