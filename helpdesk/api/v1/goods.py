"""Shapes of what is bought and sold: money, parcels, how far an order has come."""

from datetime import date, datetime
from typing import Any

from ninja import Schema

from helpdesk.conversations.terms import BuyerRow
from helpdesk.deadlines.terms import OpenObligation
from helpdesk.marketplace.terms.fulfilment import Fulfilment
from helpdesk.marketplace.terms.progress import Progress
from helpdesk.marketplace.terms.shown import Price, RefundShown, ShipmentShown


class MoneyShape(Schema):
    """A decimal string and an ISO 4217 code."""

    amount: str
    currency: str


class ParcelState(Schema):
    """How far it has come; `at` is the instant that `stage` speaks of, `expected_on` a day at the door.

    `stage` is one of ordered, dispatched, expected, delivered, returning, returned, refunded.
    """

    stage: str
    at: datetime | None
    expected_on: date | None


class Shipment(ParcelState):
    """A parcel, `out` to the Buyer or `back`; no `tracking_url` where the order's market allows no link."""

    id: str
    external_id: str
    direction: str
    carrier: str
    tracking: str
    tracking_url: str
    dispatched_at: datetime | None
    delivered_at: datetime | None


class Refund(Schema):
    """Money that went back."""

    id: str
    amount: MoneyShape
    done_at: datetime


class Fulfilled(Schema):
    """What became of an order; `unsent` are pieces that no parcel holds yet."""

    state: ParcelState
    unsent: int
    shipments: list[Shipment]
    refunds: list[Refund]


class Asking(Schema):
    """The Buyer's conversation about it, if there is one, and by when an answer comes.

    `answer_by` is the deadline of the open question, else of one that would be asked now; null for others.
    """

    conversation: str | None
    answer_by: datetime | None


def money(price: Price) -> dict[str, str]:
    """An amount."""
    return {"amount": price.amount, "currency": price.currency}


def fulfilled(found: Fulfilment) -> dict[str, Any]:
    """What became of an order."""
    return {
        "state": _state(found.progress),
        "unsent": found.progress.unsent,
        "shipments": [_shipment(parcel) for parcel in found.parcels],
        "refunds": [_refund(refund) for refund in found.refunds],
    }


def asking(*, thread: BuyerRow | None, promised: OpenObligation | None) -> dict[str, Any]:
    """Where to go on, and by when."""
    due = (thread and thread.obligation) or promised
    return {
        "conversation": str(thread.conversation) if thread else None,
        "answer_by": due.deadline if due and not due.stands else None,
    }


def _state(progress: Progress) -> dict[str, Any]:
    return {"stage": progress.stage.value, "at": progress.at, "expected_on": progress.expected_on}


def _shipment(parcel: ShipmentShown) -> dict[str, Any]:
    return {
        **_state(parcel.progress),
        "expected_on": parcel.expected_on,
        "id": str(parcel.ref),
        "external_id": parcel.external_id,
        "direction": parcel.direction,
        "carrier": parcel.carrier,
        "tracking": parcel.tracking,
        "tracking_url": parcel.tracking_url,
        "dispatched_at": parcel.dispatched_at,
        "delivered_at": parcel.delivered_at,
    }


def _refund(refund: RefundShown) -> dict[str, Any]:
    return {"id": str(refund.ref), "amount": money(refund.amount), "done_at": refund.done_at}
