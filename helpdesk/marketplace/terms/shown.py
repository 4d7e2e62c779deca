"""What queries of the marketplace show, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.terms.money import decimal
from helpdesk.marketplace.terms.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """An amount in whole minor units."""

    minor: int
    currency: str

    @property
    def amount(self) -> str:
        """The decimal string: 1290 EUR is "12.90"."""
        return decimal(minor=self.minor, currency=self.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketShown:
    """A market."""

    code: str
    country: str
    currency: str
    time_zone: str
    languages: Sequence[str]
    law: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerShown:
    """What any party may know of a seller; its business days are those of country and subdivision."""

    seller_id: int
    external_id: str
    name: str
    trader: bool
    country: str
    subdivision: str
    time_zone: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityShown:
    """Who a seller is in law; addresses and contact are as the Platform sent them."""

    legal_name: str
    address: Mapping[str, Any]
    contact: Mapping[str, str]
    return_addresses: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuaranteeShown:
    """A commercial guarantee: "seller" or "producer" gives it for so many months."""

    giver: str
    months: int
    terms: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferShown:
    """An offer as a reader sees it: one title, and the price on one market (None: not sold there).

    `return_days` is None where the Seller promises nothing beyond the law; `withdrawal_excluded` is a letter
    of Article 16 of Directive 2011/83/EU, or empty.
    Of an offer that is `incomplete` only the id is known yet, which is then its title.
    """

    ref: Ref
    external_id: str
    seller: str
    title: str
    condition: str
    price: Price | None
    availability: str
    return_days: int | None = None
    withdrawal_excluded: str = ""
    guarantee: GuaranteeShown | None = None
    incomplete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """So many of one offer, at the price of one piece."""

    line: str
    offer: Ref
    title: str
    quantity: int
    price: Price


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderShown:
    """An order with its lines. Instants are UTC; `delivery_address` is as the Platform sent it.

    Of one that is `incomplete` the Platform has told the parties, the market and the number, and when.
    """

    ref: Ref
    external_id: str
    number: str
    market: str
    seller: str
    buyer_id: UUID
    placed_at: datetime
    paid_with: str
    delivery_address: Mapping[str, Any] | None
    lines: Sequence[LineShown]
    incomplete: bool = False

    @property
    def total(self) -> Price:
        """The sum of the lines, which have one currency."""
        minor = sum(line.quantity * line.price.minor for line in self.lines)
        return Price(minor=minor, currency=self.lines[0].price.currency if self.lines else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipmentShown:
    """A parcel; `lines` maps the order's lines to pieces.

    `tracking_url` is its page at the carrier, empty where the order's market allows no link there.
    """

    ref: Ref
    external_id: str
    direction: str
    carrier: str
    tracking: str
    lines: Mapping[str, int]
    dispatched_at: datetime | None
    expected_on: date | None
    delivered_at: datetime | None
    progress: Progress
    tracking_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundShown:
    """Money that went back to the buyer; `lines` maps the order's lines to pieces, and may be empty."""

    ref: Ref
    external_id: str
    lines: Mapping[str, int]
    amount: Price
    done_at: datetime
