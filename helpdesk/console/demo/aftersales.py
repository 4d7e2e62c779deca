"""Cases of the demo: what each is about, on which order, and what either side did day by day. Pure."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files

from helpdesk.console.demo.plan import mark
from helpdesk.console.demo.records import Cast, Record

_FILE = files("helpdesk.console.demo") / "aftersales.json"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One deed, so many days of the wall before now. `do` is "open", a step of the flow, "note" (a contact
    outside), "reply" (a plain message) or news of an order; `in_days` are fields that name a day after it.
    """

    days: float
    by: str
    do: str
    words: str = ""
    situation: str = ""
    wanted: str = ""
    amount: int | None = None
    channel: str = ""
    given: Mapping[str, str | int] = field(default_factory=dict)
    in_days: Mapping[str, int] = field(default_factory=dict)
    files: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tale:
    """A case of one shop's order, told in its Buyer's language. `delivered`: so many days ago, from, to;
    none: the parcel is on its way, and the expected day has passed where the case says that it did not come.
    """

    name: str
    seller: str
    language: str
    market: str
    turns: Sequence[Turn]
    buyer: str = "consumer"
    product: str = ""
    prefers: Sequence[str] = ()
    delivered: Sequence[float] = ()

    @property
    def is_late(self) -> bool:
        """Whether it says that a parcel did not come."""
        return self.turns[0].situation == "not_arrived"


@cache
def tales() -> Sequence[Tale]:
    """Always in the same order."""
    found = json.loads(_FILE.read_text("utf-8"))
    return [Tale(**{**tale, "turns": [Turn(**turn) for turn in tale["turns"]]}) for tale in found]


def chosen(*, cast: Cast, now: datetime) -> Mapping[str, Tale]:
    """Each tale with an order of its own, whose Platform's id is the key: always the same ones."""
    found: dict[str, Tale] = {}
    for tale in tales():
        fitting = (order for order in _fitting(cast, tale, now) if order["id"] not in found)
        best = min(fitting, key=lambda order: _wish(tale, order), default=None)
        if best is not None:
            found[best["id"]] = tale
    return found


def line_of(*, tale: Tale, order: Record) -> str:
    """The number of the line that the tale is about; empty: the whole order."""
    return next((str(line["id"]) for line in order["lines"] if _is_product(tale, line)), "")


def _is_product(tale: Tale, line: Record) -> bool:
    return bool(tale.product) and str(line["offer"]).startswith(tale.product)


def _wish(tale: Tale, order: Record) -> tuple[bool, int, int]:
    """The cast first, then the order with the fewest things that the tale does not speak of."""
    return order["buyer"] not in tale.prefers, len(order["lines"]), mark(order["id"])


def _fitting(cast: Cast, tale: Tale, now: datetime) -> Iterator[Record]:
    for order in cast.orders.values():
        buyer = cast.buyers[order["buyer"]]
        speaks = (order["seller"], order["market"], buyer["kind"]) == (tale.seller, tale.market, tale.buyer)
        is_theirs = speaks and str(buyer["language"])[:2] == tale.language
        about = not tale.product or line_of(tale=tale, order=order)
        if is_theirs and about and _is_where(cast.parcels.get(order["id"], ()), tale, now):
            yield order


def _is_where(parcels: Sequence[Record], tale: Tale, now: datetime) -> bool:
    """Whether its one parcel is where the tale wants it. What went back or was paid back is over."""
    if len(parcels) != 1:
        return False
    parcel = parcels[0]
    if tale.delivered:
        ago = _days_ago(parcel.get("delivered_at"), now)
        return ago is not None and tale.delivered[0] <= ago <= tale.delivered[1]
    opened = (now - _DAY * tale.turns[0].days).astimezone(UTC).date()
    is_over = str(parcel["expected_on"]) < opened.isoformat()
    return "delivered_at" not in parcel and is_over == tale.is_late


def _days_ago(at: str | None, now: datetime) -> float | None:
    return (now - datetime.fromisoformat(at)) / _DAY if at else None
