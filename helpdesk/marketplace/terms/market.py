"""Markets as lists, controls and the change of a buyer's market name them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.terms.shown import Price

MAX_KEY = 200  # characters of the key that makes a repeated request the same change


class MarketName(NamedTuple):
    """The Platform's code, and the country (ISO 3166-1) whose name people read."""

    code: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Storefront:
    """What a buyer's change of market needs to know of a market; `delivers_to` are ISO 3166-1 codes."""

    name: MarketName
    currency: str
    delivers_to: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One of the buyer's addresses as a person reads it; the same address has the same id."""

    id: str
    lines: Sequence[str]
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What becomes of the delivery address.

    It is kept; or the new market does not deliver there, and `choices` are where it does; or there is none.
    """

    present: Address | None
    kept: bool
    choices: Sequence[Address]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnSale:
    """An offer on one market: its own price, never converted; none where it is not sold."""

    availability: str
    price: Price | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferChange:
    """An offer before and after."""

    ref: Ref
    title: str
    seller: str
    now: OnSale
    after: OnSale


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketChange:
    """Everything that changes with the market, in the order in which it is shown."""

    now: Storefront
    after: Storefront
    delivery: Delivery
    offers: Sequence[OfferChange]
