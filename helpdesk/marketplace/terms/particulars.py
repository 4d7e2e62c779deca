"""What the record knows of an order or an offer that people repeat to each other in messages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """As the Platform sent them, in no order. `hosts`, `country` and `zone` are the market's.

    `numbers` are ids of order, offers and parcels; `amounts` decimal strings; `place` the words of the
    delivery address; `contact` what the Platform verified of the Seller, where the reader may know it.
    `dispatched`: whether a parcel is on its way to the Buyer, None without an order.
    """

    market: str
    country: str
    zone: str
    hosts: Sequence[str]
    numbers: Sequence[str] = ()
    amounts: Sequence[str] = ()
    place: Sequence[str] = ()
    names: Sequence[str] = ()
    contact: Sequence[str] = ()
    dispatched: bool | None = None
    dates: Mapping[str, date] = field(default_factory=dict)
