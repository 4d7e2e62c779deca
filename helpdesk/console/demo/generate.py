"""`python -m helpdesk.console.demo.generate --orders N`: records of a plausible marketplace, as NDJSON.

The same every time. The demo's own file is `--orders 400`; a larger one, for measuring, has more sellers and
buyers of the same kind.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from importlib.resources import files
from random import Random
from typing import Any

from helpdesk.console.demo.parcels import PRESENT, SPAN, Record, parcels, written

CATALOGUE = files("helpdesk.console.demo") / "catalogue.json"
DEMO_ORDERS = 400
BUYERS_PER_MARKET = 8
DELIVERED_TO = ["PL", "DE", "FR", "IT", "GB"]
_AVAILABILITY = ("in_stock", "in_stock", "in_stock", "limited", "out")
_FAVOURITES = ("S-ANNA", "S-DMITRI")  # whom the demo's cast sells for,
_FAITHFUL = ("B-DE-1", "B-PL-1", "P-BRUNO")  # and who of it buys
# One of Anna's people buys as well, under the same id of an account.
_COLLEAGUE = ("P-BRUNO", "Bruno Wójcik", "pl")


@dataclass
class Marketplace:
    """What is known so far; `copies` of the catalogue's sellers and buyers for larger files."""

    copies: int
    random: Random = field(default_factory=lambda: Random(2026))  # noqa: S311 - the same file every time
    catalogue: Any = field(default_factory=lambda: json.loads(CATALOGUE.read_text("utf-8")))
    offers: dict[str, list[Record]] = field(default_factory=dict)
    buyers: list[Record] = field(default_factory=list)

    def records(self, orders: int) -> Iterator[Record]:
        """Everything, each record after those that it names."""
        yield from map(_market, self.catalogue["markets"])
        for copy in range(self.copies):
            for seller in self.catalogue["sellers"]:
                yield from self._seller(seller, f"-{copy}" if copy else "")
        for copy in range(self.copies):
            yield from self._buyers(f"-{copy}" if copy else "")
        for number in range(orders):
            yield from self._order(number, orders)

    def _seller(self, seller: Record, suffix: str) -> Iterator[Record]:
        id = seller["id"] + suffix
        yield _seller(id, seller, suffix)
        yield from (self._member(id, seller, suffix, *person) for person in seller["people"])
        self.offers[id] = [
            self._offer(f"{id}-{place}{letter}", id, product, variant)
            for place, product in enumerate(seller["products"], start=1)
            for letter, variant in zip("ab", product["variants"], strict=True)
        ]
        yield from self.offers[id]

    def _member(self, shop: str, seller: Record, suffix: str, person: str, name: str, role: str) -> Record:
        """A second shop of the same person's is a second membership."""
        first = next(
            each["id"] for each in self.catalogue["sellers"] if person in (p[0] for p in each["people"])
        )
        place = "" if first == seller["id"] else f"-{seller['id'].removeprefix('S-')}"
        return {
            "type": "member",
            "id": f"M-{person.upper()}{place}{suffix}",
            "version": 1,
            "seller": shop,
            "person": f"P-{person.upper()}{suffix}",
            "name": name,
            "email": f"{person}{suffix}@{first.lower()}.example",
            "role": role,
        }

    def _offer(self, id: str, seller: str, product: Record, variant: str) -> Record:
        cents = product["cents"] * (1 if variant == product["variants"][0] else 1.3)
        missing = product.get("not_sold", ())
        sold = {
            market["id"]: self._on(market, cents)
            for market in self.catalogue["markets"]
            if market["id"] not in missing
        }
        return {
            "type": "offer",
            "id": id.replace("S-", "O-", 1),
            "version": 1,
            "seller": seller,
            "title": {language: f"{title}, {variant}" for language, title in product["title"].items()},
            "condition": product.get("condition", "new"),
            "return_days": 14,
            **{name: product[name] for name in ("guarantee",) if name in product},
            "markets": sold,
        }

    def _on(self, market: Record, cents: float) -> Record:
        units = max(1, round(cents * market["rate"] / 10_000))
        return {
            "price": {
                "amount": f"{units - 1}.{self.random.choice(('50', '90', '99'))}",
                "currency": market["currency"],
            },
            "availability": self.random.choice(_AVAILABILITY),
            "delivery_countries": DELIVERED_TO,
        }

    def _buyers(self, suffix: str) -> Iterator[Record]:
        for market in self.catalogue["markets"]:
            for place, name in enumerate(market["names"], start=1):
                yield self._buyer(f"B-{market['id'].upper()}-{place}{suffix}", market, name, place)
            if market["id"] == _COLLEAGUE[2]:
                yield self._buyer(_COLLEAGUE[0] + suffix, market, _COLLEAGUE[1], len(market["names"]) + 1)

    def _buyer(self, id: str, market: Record, name: str, place: int) -> Record:
        abroad = self.catalogue["markets"][place % len(self.catalogue["markets"])]
        homes = [market] if place % 3 != 1 or abroad is market else [market, abroad]
        buyer = {
            "type": "buyer",
            "id": id,
            "version": 1,
            "display_name": name,
            "language": market["speak"].get(name, market["languages"][0]),
            "market": market["id"],
            "kind": "business" if place == BUYERS_PER_MARKET else "consumer",
            "addresses": [_address(home, name, place) for home in homes],
        }
        self.buyers.append(buyer)
        return buyer

    def _order(self, number: int, orders: int) -> Iterator[Record]:
        seller, buyer = self._parties()
        market = next(found for found in self.catalogue["markets"] if found["id"] == buyer["market"])
        placed = PRESENT - SPAN * (1 - number / orders) ** 2 - timedelta(seconds=self.random.randrange(3600))
        on_sale = [offer for offer in self.offers[seller] if market["id"] in offer["markets"]]
        bought = self.random.sample(on_sale, k=self.random.choice((1, 1, 1, 2, 2, 3)))
        order = {
            "type": "order",
            "id": f"ORD-{number + 1:06}",
            "version": 1,
            "number": f"{market['id'].upper()}-{2026_0000 + number + 1}",
            "market": market["id"],
            "seller": seller,
            "buyer": buyer["id"],
            "placed_at": written(placed),
            "paid_with": self.random.choice(market["paid"]),
            "delivery_address": buyer["addresses"][0],
            "withdrawal_informed_at": written(placed),
            "lines": [
                {
                    "id": str(place),
                    "offer": offer["id"],
                    "quantity": self.random.choice((1, 1, 1, 2)),
                    "price": offer["markets"][market["id"]]["price"],
                }
                for place, offer in enumerate(bought, start=1)
            ],
        }
        yield order
        yield from parcels(order=order, placed=placed, carriers=market["carriers"], random=self.random)

    def _parties(self) -> tuple[str, Record]:
        """Anna's shop and Dmitri's, Clara, Hania and Bruno come up more often than the others."""
        sellers = [name for name in self.offers for _ in range(4 if name in _FAVOURITES else 1)]
        buyers = [buyer for buyer in self.buyers for _ in range(4 if buyer["id"] in _FAITHFUL else 1)]
        seller = self.random.choice(sellers)
        colleague = seller == "S-ANNA"  # nobody buys from the shop that they work for
        return seller, self.random.choice(
            [buyer for buyer in buyers if not (colleague and buyer["id"] == _COLLEAGUE[0])]
        )


def _market(market: Record) -> Record:
    shown = ("country", "currency", "time_zone", "languages")
    return {
        "type": "market",
        "id": market["id"],
        "version": 1,
        **{name: market[name] for name in shown},
        "delivery_countries": DELIVERED_TO,
        "law": market.get("law", market["country"]),
        "allowed_hosts": [f"{market['id']}.marketplace.example"],
    }


def _seller(id: str, seller: Record, suffix: str) -> Record:
    place = {"lines": [seller["street"]], "postal_code": seller["postal_code"], "city": seller["city"]}
    address = {**place, "country": seller["country"]}
    establishment = {"country": seller["country"], "time_zone": seller["time_zone"]}
    if seller["subdivision"]:
        establishment["subdivision"] = seller["subdivision"]
    return {
        "type": "seller",
        "id": id,
        "version": 1,
        "name": seller["name"] + suffix,
        "trader": seller["trader"],
        "legal_name": seller["legal_name"],
        "address": address,
        "establishment": establishment,
        "contact": {"email": f"contact@{seller['id'].lower()}.example"},
        "return_addresses": [address],
        "status": "active",
    }


def _address(market: Record, name: str, place: int) -> Record:
    city, code, street = market["cities"][place % len(market["cities"])]
    return {
        "recipient": name,
        "lines": [street],
        "postal_code": code,
        "city": city,
        "country": market["country"],
    }


def records(*, orders: int) -> Iterator[Record]:
    """So many orders, and all that they need: a copy of the catalogue's sellers and buyers per thousand."""
    return Marketplace(copies=max(1, orders // 1000)).records(orders)


def lines(*, orders: int) -> Iterator[str]:
    """The same as NDJSON."""
    for record in records(orders=orders):
        yield json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def main() -> None:
    """Print the records."""
    parser = argparse.ArgumentParser(prog="python -m helpdesk.console.demo.generate", description=__doc__)
    parser.add_argument("--orders", type=int, default=DEMO_ORDERS, metavar="N", help="default: %(default)s")
    sys.stdout.writelines(lines(orders=parser.parse_args().orders))


if __name__ == "__main__":
    main()
