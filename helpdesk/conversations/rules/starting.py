"""When a seller needs a reason to write, and when even a reason does not do."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from helpdesk.conversations.terms import Thread
from helpdesk.conversations.terms.starting import (
    ALWAYS_TOLD,
    DAYS_TO_START,
    IN_A_ROW,
    NO_LIMITS,
    UNDELIVERED,
    SellerReason,
)
from helpdesk.kernel.actor import Side
from helpdesk.marketplace.terms.progress import Progress, Stage

_ENDED: Final = (Stage.DELIVERED, Stage.RETURNED, Stage.REFUNDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Who wrote last in a thread (None: nobody yet), when its buyer did, and how many messages of the
    seller's with a reason came since.
    """

    last_side: Side | None = None
    heard_at: datetime | None = None
    unanswered: int = 0


def waits(*, thread: Thread) -> bool:
    """Whether the buyer waits for this seller: for an answer, or for the rest of one that was promised."""
    return thread.obligation is not None or thread.promise is not None


def needs_reason(*, standing: Standing) -> bool:
    """Of a thread in which nobody waits: whoever answers what the buyer wrote last starts nothing."""
    return standing.last_side is not Side.BUYER


def open_until(
    *, progress: Progress, placed_at: datetime, zone: str, heard_at: datetime | None = None
) -> datetime:
    """The first instant (UTC) at which a seller may start no more; `zone` (IANA) is the order's market's.

    Thirty whole days follow the day of delivery, return or refund there, or the day on which the buyer last
    wrote: who speaks of a repair a year later is still spoken to. Without a delivery 180 times 24 hours from
    the order, unless the buyer wrote later.
    """
    arrived = progress.at if progress.stage in _ENDED else None
    ends = _after(arrived, zone) if arrived is not None else placed_at + UNDELIVERED
    return max(ends, _after(heard_at, zone)) if heard_at is not None else ends


def refusal_to_start(
    *, reason: SellerReason, now: datetime, ends_at: datetime, standing: Standing
) -> str | None:
    """The code of what is in the way, or None; `ends_at` as `open_until` says."""
    if reason in NO_LIMITS:
        return None
    if standing.unanswered >= IN_A_ROW:
        return "start.unanswered"
    return "start.too_late" if now >= ends_at else None


def is_muted(*, reason: str | None) -> bool:
    """Whether a buyer who has muted a thread is told nothing of a seller's message written for this.

    An answer has no reason: whoever asks is told.
    """
    return reason is not None and reason not in ALWAYS_TOLD


def _after(at: datetime, zone: str) -> datetime:
    """The midnight that ends the last day on which a seller may start, an instant in UTC.

    Where the clocks skip midnight, the day begins when they have gone forward.
    """
    wall = ZoneInfo(zone)
    first = at.astimezone(wall).date() + timedelta(days=DAYS_TO_START + 1)
    return datetime.combine(first, time(), tzinfo=wall).astimezone(UTC)
