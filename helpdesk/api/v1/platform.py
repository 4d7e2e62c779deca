"""What the Platform tells us: records by its own ids, idempotent by version."""

from typing import Any

from ninja import Router, Schema, Status
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.kernel import clock
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.terms import records
from helpdesk.marketplace.terms.kinds import Name
from helpdesk.marketplace.terms.outcomes import Put
from helpdesk.marketplace.terms.values import ExternalId, MarketCode

router = Router()


class NamedThing(Schema):
    """A thing by the Platform's id."""

    type: str
    external_id: str


class Answer(Schema):
    """`applied` is false when we hold an equal or newer `version`, which is then the one shown.

    A record that names a market, a seller or an order which has not arrived is kept until then: that is
    answered 202, and `waits_for` says what to send.
    """

    id: str | None = Field(description="ours; null while the record waits")
    external_id: str
    applied: bool
    version: int | str | None
    waits_for: list[NamedThing] = []


_ANSWERS = {200: Answer, 202: Answer}


def _put(request: ApiRequest, external_id: str, record: records.AnyBody) -> Status[dict[str, Any]]:
    put = marketplace.put_record(actor=request.auth, now=clock.now(), external_id=external_id, record=record)
    return Status(202 if put.waits_for else 200, _shown(put))


def _shown(put: Put) -> dict[str, Any]:
    return {
        "id": put.id,
        "external_id": put.name.external_id,
        "applied": put.applied,
        "version": int(put.version) if put.version.isdigit() else put.version or None,
        "waits_for": [named(name) for name in put.waits_for],
    }


def named(name: Name) -> dict[str, str]:
    """The shape of a name."""
    return {"type": name.kind.value, "external_id": name.external_id}


@router.put("/markets/{external_id}", response=_ANSWERS)
def put_market(request: ApiRequest, external_id: MarketCode, body: records.MarketBody) -> Any:
    """A market; its id is its code."""
    return _put(request, external_id, body)


@router.put("/sellers/{external_id}", response=_ANSWERS)
def put_seller(request: ApiRequest, external_id: ExternalId, body: records.SellerBody) -> Any:
    """A seller with its establishment, by whose calendar its deadlines run."""
    return _put(request, external_id, body)


@router.put("/members/{external_id}", response=_ANSWERS)
def put_member(request: ApiRequest, external_id: ExternalId, body: records.MemberBody) -> Any:
    """A person who works for a seller; `removed_at` ends that."""
    return _put(request, external_id, body)


@router.put("/buyers/{external_id}", response=_ANSWERS)
def put_buyer(request: ApiRequest, external_id: ExternalId, body: records.BuyerBody) -> Any:
    """A buyer: a display name, a language and a market will do."""
    return _put(request, external_id, body)


@router.put("/offers/{external_id}", response=_ANSWERS)
def put_offer(request: ApiRequest, external_id: ExternalId, body: records.OfferBody) -> Any:
    """An offer of a seller, with its price and availability by market."""
    return _put(request, external_id, body)


@router.put("/orders/{external_id}", response=_ANSWERS)
def put_order(request: ApiRequest, external_id: ExternalId, body: records.OrderBody) -> Any:
    """An order of one buyer from one seller; seller and buyer are settled by its first version."""
    return _put(request, external_id, body)


@router.put("/shipments/{external_id}", response=_ANSWERS)
def put_shipment(request: ApiRequest, external_id: ExternalId, body: records.ShipmentBody) -> Any:
    """A parcel with pieces of an order."""
    return _put(request, external_id, body)


@router.put("/refunds/{external_id}", response=_ANSWERS)
def put_refund(request: ApiRequest, external_id: ExternalId, body: records.RefundBody) -> Any:
    """Money that went back to the buyer of an order."""
    return _put(request, external_id, body)


@router.put("/orders/{external_id}/expectation", response=_ANSWERS)
def expect_order(request: ApiRequest, external_id: ExternalId, body: records.ExpectedOrderBody) -> Any:
    """An order whose record is on its way: from now on its Buyer may ask about it."""
    return _put(request, external_id, body)
