"""How far an order has come, from its parcels and what was paid back."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from helpdesk.marketplace.terms.progress import Progress, Stage
from helpdesk.marketplace.terms.shown import ShipmentShown

OUT = "out"


def progress_of_parcel(
    *,
    direction: str,
    dispatched_at: datetime | None,
    expected_on: date | None,
    delivered_at: datetime | None,
) -> Progress:
    """One parcel, out or back."""
    out = direction == OUT
    if delivered_at is not None:
        return Progress(stage=Stage.DELIVERED if out else Stage.RETURNED, at=delivered_at)
    if dispatched_at is None:
        return Progress(stage=Stage.ORDERED, expected_on=expected_on)
    stage = Stage.RETURNING if not out else Stage.EXPECTED if expected_on else Stage.DISPATCHED
    return Progress(stage=stage, at=dispatched_at, expected_on=expected_on)


def progress_of_order(
    *,
    parcels: Sequence[ShipmentShown],
    pieces: int,
    total: int,
    refunded: int = 0,
    refunded_at: datetime | None = None,
) -> Progress:
    """The whole order. `pieces` were bought for `total`; `refunded` was paid back (both in minor units).

    What still travels to the Buyer is said first, for that is what they wait for; money paid back in full
    ends the matter whatever the carriers report.
    """
    out = [parcel for parcel in parcels if parcel.direction == OUT]
    back = [parcel for parcel in parcels if parcel.direction != OUT]
    unsent = _unsent(out, pieces)
    stage, at, expected_on = _stage(out, back, unsent)
    settled = stage is Stage.RETURNED and refunded > 0
    if settled or 0 < total <= refunded:
        stage, at, expected_on = Stage.REFUNDED, refunded_at, None
    return Progress(
        stage=stage,
        at=at,
        expected_on=expected_on,
        parcels=len(out),
        delivered=sum(parcel.delivered_at is not None for parcel in out),
        unsent=unsent,
    )


def _stage(
    out: Sequence[ShipmentShown], back: Sequence[ShipmentShown], unsent: int
) -> tuple[Stage, datetime | None, date | None]:
    if travelling := [parcel for parcel in out if _travels(parcel)]:
        expected_on = _soonest(travelling)
        return Stage.EXPECTED if expected_on else Stage.DISPATCHED, _dispatched(travelling), expected_on
    if returning := [parcel for parcel in back if _travels(parcel)]:
        return Stage.RETURNING, _dispatched(returning), _soonest(returning)
    arrived, returned = _arrived(out), _arrived(back)
    if returned is not None and (arrived is None or returned >= arrived):
        return Stage.RETURNED, returned, None
    waiting = [parcel for parcel in out if parcel.delivered_at is None]
    if arrived is None or waiting or unsent:
        return Stage.ORDERED, None, _soonest(waiting)
    return Stage.DELIVERED, arrived, None


def _travels(parcel: ShipmentShown) -> bool:
    return parcel.dispatched_at is not None and parcel.delivered_at is None


def _dispatched(parcels: Iterable[ShipmentShown]) -> datetime | None:
    return max((parcel.dispatched_at for parcel in parcels if parcel.dispatched_at), default=None)


def _arrived(parcels: Iterable[ShipmentShown]) -> datetime | None:
    return max((parcel.delivered_at for parcel in parcels if parcel.delivered_at), default=None)


def _soonest(parcels: Iterable[ShipmentShown]) -> date | None:
    return min((parcel.expected_on for parcel in parcels if parcel.expected_on), default=None)


def _unsent(out: Sequence[ShipmentShown], pieces: int) -> int:
    """A parcel without lines may hold anything: then nothing is known to be missing."""
    if not all(parcel.lines for parcel in out):
        return 0
    return max(0, pieces - sum(sum(parcel.lines.values()) for parcel in out))
