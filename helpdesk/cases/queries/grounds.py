"""What an order says about a case that is to be opened: who bought what, what the law gives, until when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import OuterRef, Subquery

from helpdesk.archive.database.scope import everything
from helpdesk.cases.queries.reckoning import Contract
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.law import conformity, withdrawal
from helpdesk.marketplace.models import Buyer, Order, OrderLine, Shipment
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.localdays import local_date, zone_named

_DAY = timedelta(days=1)
_BEST_FIRST = ("new", "refurbished", "used")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Of one order, in the zone of its market. `pieces` are those of each line, `prices` what one of them
    cost (smallest unit); `delivered_at` when the last parcel came (None: not all came, or nobody knows);
    `expected_on` the latest day that was named.
    """

    order: Ref
    number: str
    market: str
    zone: str
    currency: str
    paid: int
    contract: Contract
    buyer_id: UUID
    consumer: bool
    trader: bool
    condition: str
    pieces: Mapping[str, int]
    prices: Mapping[str, int]
    return_days: int | None
    guarantee: bool
    informed_at: datetime | None
    delivered_at: datetime | None
    expected_on: date | None

    def facts(self) -> dict[str, str | int]:
        """What the engine is told of every case."""
        said: dict[str, str | int] = {
            "consumer": int(self.consumer),
            "trader": int(self.trader),
            "condition": self.condition,
            "currency": self.currency,
            "paid": self.paid,
        }
        if self.guarantee:
            said["guarantee"] = 1
        if self.expected_on:
            said["expected_on"] = self.expected_on.isoformat()
        if self.return_days and self.delivered_at:
            said["return_until"] = (self._delivered_on() + _DAY * self.return_days).isoformat()
        return said

    def price_of(self, *, items: str) -> int:
        """What was paid for these pieces ("line:pieces", with spaces between), in the smallest unit."""
        chosen = (one.rpartition(":") for one in items.split())
        return sum(self.prices[line] * int(pieces) for line, _, pieces in chosen)

    def right_ends(self, *, calendar: Calendar) -> int | None:
        """The last microsecond in which a consumer may withdraw; None: no machine can end it."""
        found = withdrawal.right_to_withdraw(
            country=self.contract.law,
            on=self.contract.made_on,
            possession=to_us(self.delivered_at) if self.delivered_at else None,
            informed=to_us(self.informed_at) if self.informed_at else None,
            calendar=calendar,
        )
        return None if found is None or found.ends is None else found.ends.ends_at - 1

    def conformity_ends(self, *, calendar: Calendar) -> int | None:
        """The last microsecond in which the Seller answers for the goods; None: nobody knows."""
        if self.delivered_at is None:
            return None
        found = conformity.conformity(
            country=self.contract.law,
            on=self.contract.made_on,
            delivered=to_us(self.delivered_at),
            calendar=calendar,
            condition=self.condition,
        )
        return found.ends.ends_at - 1 if found else None

    def _delivered_on(self) -> date:
        assert self.delivered_at is not None
        return local_date(at=to_us(self.delivered_at), zone=zone_named(self.zone))


def grounds_of(*, order: Ref) -> Grounds:
    """Three SQL statements, in scope all: whoever asks has been seen to be a party. Raises NotFound."""
    bought_by = Buyer.objects.filter(id=OuterRef("buyer_id")).values("kind")
    with everything():
        rows = Order.objects.filter(seller_id=order.seller_id, id=order.id).annotate(by=Subquery(bought_by))
        row = rows.select_related("market", "seller").first()
        if row is None:
            raise NotFound("order.not_found")
        here = {"seller_id": order.seller_id, "order_id": order.id}
        lines = list(OrderLine.objects.filter(**here, quantity__gt=0).select_related("offer"))
        parcels = list(Shipment.objects.filter(**here, direction="out"))
    return _grounds(row, lines, parcels, consumer=row.by == "consumer")


def _grounds(
    row: Order, lines: Sequence[OrderLine], parcels: Sequence[Shipment], *, consumer: bool
) -> Grounds:
    zone = row.market.time_zone
    days = [line.offer.return_days for line in lines]
    return Grounds(
        order=Ref(row.seller_id, row.id),
        number=row.number,
        market=row.market_id,
        zone=zone,
        currency=lines[0].currency if lines else row.market.currency,
        paid=sum(line.quantity * line.price_minor for line in lines),
        contract=Contract(
            law=row.market.law, made_on=local_date(at=to_us(row.placed_at), zone=zone_named(zone))
        ),
        buyer_id=row.buyer_id,
        consumer=consumer,
        trader=row.seller.trader,
        condition=_condition({line.offer.condition for line in lines}),
        pieces={line.line: line.quantity for line in lines},
        prices={line.line: line.price_minor for line in lines},
        return_days=min((day for day in days if day), default=None) if all(days) else None,
        guarantee=any(line.offer.guarantee for line in lines),
        informed_at=row.withdrawal_informed_at,
        delivered_at=_delivered(lines, parcels),
        expected_on=max((one.expected_on for one in parcels if one.expected_on), default=None),
    )


def _condition(conditions: set[str]) -> str:
    """One for all: goods of several are as the law protects them best."""
    return next((one for one in _BEST_FIRST if one in conditions), "new")


def _delivered(lines: Sequence[OrderLine], parcels: Sequence[Shipment]) -> datetime | None:
    """When the last of all pieces came; None where one has not, as far as anybody knows."""
    came: dict[str, int] = {}
    for parcel in parcels:
        if parcel.delivered_at is None:
            continue
        for one in parcel.lines:
            came[one["line"]] = came.get(one["line"], 0) + one["quantity"]
    if not lines or any(came.get(line.line, 0) < line.quantity for line in lines):
        return None
    return max(one.delivered_at for one in parcels if one.delivered_at)
