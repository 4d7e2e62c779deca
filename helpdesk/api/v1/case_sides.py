"""Beside cases: contacts outside the Platform, and what a Seller tells of an order before anybody asks."""

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import Router, Schema
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import conversation_of, ref_of, reference_of
from helpdesk.api.v1.case_side_shapes import ContactShape, UpdateShape, contact, update
from helpdesk.api.v1.posting import KEYED, answered
from helpdesk.api.v1.shapes import PostedShape
from helpdesk.cases import actions, queries
from helpdesk.cases.terms.deeds import Channel, ContactOutcome, News
from helpdesk.kernel import clock
from helpdesk.marketplace.queries import order_of
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.oversight.queries import read_contacts

contacts, conversations, orders = Router(), Router(), Router()
Words = Annotated[str, Field(max_length=5000)]
Confirmed = Annotated[str, Field(max_length=500)]


class _Body(Schema):
    model_config = ConfigDict(extra="forbid", strict=True)


class ContactBody(_Body):
    """When, by which way, and what was said. `on` is a day where the conversation's market is."""

    channel: Literal["phone", "email", "messenger", "letter", "in_person", "other"]
    on: Annotated[date, Field(strict=False)]
    words: Words
    case: Annotated[str, Field(max_length=64)] | None = None
    confirmed: Confirmed | None = None


class SettlementBody(_Body):
    """Whether it was so; whoever disputes says how it was."""

    outcome: Literal["confirmed", "disputed"]
    words: Words = ""
    confirmed: Confirmed | None = None


class UpdateBody(_Body):
    """News of an order. `dispatched` has a parcel, `delayed` and `arriving` a day."""

    what: Literal["preparing", "dispatched", "delayed", "arriving"]
    expected_on: Annotated[date | None, Field(strict=False)] = None
    carrier: Annotated[str, Field(max_length=60)] = ""
    tracking: Annotated[str, Field(max_length=60)] = ""
    words: Words = ""
    confirmed: Confirmed | None = None


class Contacts(Schema):
    """A conversation's, the earliest first."""

    data: list[ContactShape]


class Updates(Schema):
    """An order's, the latest first."""

    data: list[UpdateShape]


@conversations.get("/{conversation}/contacts", response=Contacts)
def of_conversation(request: ApiRequest, conversation: str) -> dict[str, Any]:
    """What was said outside, as noted there; administrators need a reading in force."""
    ref = conversation_of(text=conversation)
    found = read_contacts(actor=request.auth, now=clock.now(), conversation=ref)
    return {"data": [contact(one) for one in found]}


@conversations.post("/{conversation}/contacts", response={201: PostedShape}, openapi_extra=KEYED)
def note(request: ApiRequest, conversation: str, body: ContactBody) -> HttpResponse:
    """Either side notes a contact; `archive.entry` is its id. No clock starts or stops."""
    ref = conversation_of(text=conversation)
    case = reference_of(text=body.case, missing="case.not_found") if body.case else None
    return answered(
        request=request,
        post=lambda key: actions.note_contact(
            actor=request.auth,
            now=clock.now(),
            conversation=ref,
            channel=Channel(body.channel),
            on_day=body.on,
            words=body.words,
            key=key,
            case=case,
            confirmed=body.confirmed,
        ),
    )


@contacts.post("/{contact}/settlements", response={201: PostedShape}, openapi_extra=KEYED)
def settle(request: ApiRequest, contact: str, body: SettlementBody) -> HttpResponse:
    """The other side confirms or disputes it, once."""
    ref = reference_of(text=contact, missing="contact.not_found")
    return answered(
        request=request,
        post=lambda key: actions.settle_contact(
            actor=request.auth,
            now=clock.now(),
            contact=ref,
            outcome=ContactOutcome(body.outcome),
            key=key,
            words=body.words,
            confirmed=body.confirmed,
        ),
    )


@orders.get("/{order}/updates", response=Updates)
def of_order(request: ApiRequest, order: str) -> dict[str, Any]:
    """What the Seller told of the order."""
    ref = ref_of(kind=Kind.ORDER, text=order)
    order_of(actor=request.auth, order=ref)
    return {"data": [update(one) for one in queries.updates_of(actor=request.auth, order=ref)]}


@orders.post("/{order}/updates", response={201: PostedShape}, openapi_extra=KEYED)
def tell(request: ApiRequest, order: str, body: UpdateBody) -> HttpResponse:
    """The Seller tells what became of it. It answers no question; a parcel's number is checked."""
    ref = ref_of(kind=Kind.ORDER, text=order)
    return answered(
        request=request,
        post=lambda key: actions.update_order(
            actor=request.auth,
            now=clock.now(),
            order=ref,
            what=News(body.what),
            key=key,
            expected_on=body.expected_on,
            carrier=body.carrier,
            tracking=body.tracking,
            words=body.words,
            confirmed=body.confirmed,
        ),
    )
