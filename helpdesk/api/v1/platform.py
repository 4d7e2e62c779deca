"""What the Platform tells us: records by its own ids, idempotent by version."""

from ninja import Router, Schema

from helpdesk.api.credentials import ApiRequest
from helpdesk.kernel import clock
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.terms import records
from helpdesk.marketplace.terms.outcomes import Put
from helpdesk.marketplace.terms.values import ExternalId, MarketCode

router = Router()


class Answer(Schema):
    """`applied` is false when we hold an equal or newer `version`, which is then the one shown."""

    id: str
    external_id: str
    applied: bool
    version: int | str


def _put(request: ApiRequest, external_id: str, record: records.Body) -> Answer:
    put = marketplace.put_record(actor=request.auth, now=clock.now(), external_id=external_id, record=record)
    return _shown(put)


def _shown(put: Put) -> Answer:
    version = int(put.version) if put.version.isdigit() else put.version
    return Answer(id=put.id, external_id=put.name.external_id, applied=put.applied, version=version)


@router.put("/markets/{external_id}", response=Answer)
def put_market(request: ApiRequest, external_id: MarketCode, body: records.MarketBody) -> Answer:
    """A market; its id is its code."""
    return _put(request, external_id, body)


@router.put("/sellers/{external_id}", response=Answer)
def put_seller(request: ApiRequest, external_id: ExternalId, body: records.SellerBody) -> Answer:
    """A seller with its establishment, by whose calendar its deadlines run."""
    return _put(request, external_id, body)


@router.put("/members/{external_id}", response=Answer)
def put_member(request: ApiRequest, external_id: ExternalId, body: records.MemberBody) -> Answer:
    """A person who works for a seller; `removed_at` ends that."""
    return _put(request, external_id, body)


@router.put("/buyers/{external_id}", response=Answer)
def put_buyer(request: ApiRequest, external_id: ExternalId, body: records.BuyerBody) -> Answer:
    """A buyer: a display name, a language and a market will do."""
    return _put(request, external_id, body)


@router.put("/offers/{external_id}", response=Answer)
def put_offer(request: ApiRequest, external_id: ExternalId, body: records.OfferBody) -> Answer:
    """An offer of a seller, with its price and availability by market."""
    return _put(request, external_id, body)


@router.put("/orders/{external_id}", response=Answer)
def put_order(request: ApiRequest, external_id: ExternalId, body: records.OrderBody) -> Answer:
    """An order of one buyer from one seller; seller and buyer are settled by its first version."""
    return _put(request, external_id, body)


@router.put("/shipments/{external_id}", response=Answer)
def put_shipment(request: ApiRequest, external_id: ExternalId, body: records.ShipmentBody) -> Answer:
    """A parcel with pieces of an order."""
    return _put(request, external_id, body)
