"""How far an order has come: a small closed vocabulary, and the dates that pages put into its sentences."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Stage(StrEnum):
    """What a Buyer asks first. EXPECTED is DISPATCHED with a day of arrival."""

    ORDERED = "ordered"
    DISPATCHED = "dispatched"
    EXPECTED = "expected"
    DELIVERED = "delivered"
    RETURNING = "returning"
    RETURNED = "returned"
    REFUNDED = "refunded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """An order or one parcel. `at` is the instant that the stage speaks of, where one is known.

    `expected_on` is a day at the Buyer's door. `parcels` and `delivered` count those on the way out;
    `unsent` are pieces that no parcel holds yet.
    """

    stage: Stage
    at: datetime | None = None
    expected_on: date | None = None
    parcels: int = 0
    delivered: int = 0
    unsent: int = 0

    def is_behind(self, *, today: date) -> bool:
        """Whether the day of arrival has passed without one; `today` is the reader's own date."""
        waits = self.stage in (Stage.ORDERED, Stage.EXPECTED)
        return waits and self.expected_on is not None and self.expected_on < today
