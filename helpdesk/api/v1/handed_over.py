"""What a Buyer hands over beside messages: what the courier needs, and the account for refunds."""

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Router, Schema
from pydantic import ConfigDict, Field

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import ref_of
from helpdesk.api.v1.posting import KEYED
from helpdesk.archive.terms import Kept
from helpdesk.conversations import actions
from helpdesk.conversations.queries import Handed, HandedOver
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.oversight.queries import handed_over

router = Router()


class _Body(Schema):
    model_config = ConfigDict(extra="forbid", strict=True)


class DeliveryDetails(_Body):
    """A number at which the courier can call, with its country or as the market writes it, and a note for the
    way to the door. Both empty: taken back.
    """

    phone: Annotated[str, Field(max_length=40, examples=["+48 512 345 678"])] = ""
    note: Annotated[str, Field(max_length=300, examples=["Entrance B, third floor"])] = ""


class RefundAccount(_Body):
    """An IBAN and whose it is. Both empty: taken back."""

    iban: Annotated[str, Field(max_length=60, examples=["DE89 3704 0044 0532 0130 00"])] = ""
    holder: Annotated[str, Field(max_length=120, examples=["Clara Weiss"])] = ""


class _Shown(Schema):
    """The latest of so many versions; values of what was erased are null."""

    at: datetime
    versions: int
    erased: bool


class DeliveryDetailsShape(_Shown):
    """`phone` in E.164; the Seller sees it until `open_until`, while the order is delivered or served."""

    phone: str | None
    note: str | None
    open_until: datetime | None


class RefundAccountShape(_Shown):
    """Seen by the Buyer and the Platform, never by the Seller."""

    iban: str | None
    holder: str | None


class StoredDetails(Schema):
    """The entry that keeps them."""

    entry: str
    at: datetime


@router.get("/{order}/delivery-details", response=DeliveryDetailsShape)
def delivery_details(request: ApiRequest, order: str) -> dict[str, Any]:
    """What the courier needs: for the Buyer, the Platform, and the Seller while the order is served."""
    found = _found(request, order, Handed.DELIVERY)
    return _shown(found, "phone", "note") | {"open_until": found.open_until}


@router.post("/{order}/delivery-details", response={201: StoredDetails}, openapi_extra=KEYED)
def give_delivery_details(request: ApiRequest, order: str, body: DeliveryDetails) -> HttpResponse:
    """A new version; the one before stays on record."""
    kept = actions.give_delivery_details(
        actor=request.auth,
        now=clock.now(),
        order=_order(order),
        phone=body.phone,
        note=body.note,
        key=key_of(request),
    )
    return _stored(kept)


@router.get("/{order}/refund-account", response=RefundAccountShape)
def refund_account(request: ApiRequest, order: str) -> dict[str, Any]:
    """Where refunds go: for the Buyer and the Platform."""
    return _shown(_found(request, order, Handed.REFUND), "iban", "holder")


@router.post("/{order}/refund-account", response={201: StoredDetails}, openapi_extra=KEYED)
def give_refund_account(request: ApiRequest, order: str, body: RefundAccount) -> HttpResponse:
    """A new version; the one before stays on record."""
    kept = actions.give_refund_account(
        actor=request.auth,
        now=clock.now(),
        order=_order(order),
        account=body.iban,
        holder=body.holder,
        key=key_of(request),
    )
    return _stored(kept)


def _order(text: str) -> Ref:
    return ref_of(kind=Kind.ORDER, text=text)


def _found(request: ApiRequest, order: str, what: Handed) -> HandedOver:
    return handed_over(actor=request.auth, now=clock.now(), order=_order(order), what=what)


def _shown(found: HandedOver, *names: str) -> dict[str, Any]:
    values = {name: found.values.get(name) for name in names}
    return values | {"at": found.at, "versions": found.versions, "erased": found.erased}


def _stored(kept: Kept) -> HttpResponse:
    entry = Ref(kept.seller_id, kept.receipt.entry)
    response = answers.of({"entry": str(entry), "at": kept.receipt.at}, status=201)
    if kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return response
