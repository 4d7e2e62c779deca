"""Whatever the order in which records arrive, by one door or the other: the mirror is the same in the end."""

import itertools
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from helpdesk.archive.database.scope import everything
from helpdesk.marketplace import queries
from helpdesk.marketplace.models import (
    Buyer,
    Market,
    Mention,
    Offer,
    Order,
    OrderLine,
    Pair,
    Refund,
    Seller,
    SellerIdentity,
    Shipment,
)
from tests.cast import PLATFORM
from tests.marketplace import samples

pytestmark = pytest.mark.usefixtures("database")

SECOND_LINE = samples.line(id="2", offer="spare", quantity=1)
RECORDS = [
    *samples.everything(),
    samples.offer(id="spare", title={"en": "Spare part"}),
    samples.market(version=3, law="AT"),
    samples.seller(version=2, name="Anna and Bruno"),
    samples.buyer(version=2, display_name="Clara K.", email="clara@mail.example"),
    samples.offer(version=7, title={"en": "Gasket 9 mm"}),
    samples.order(version=2, lines=[samples.line(quantity=1), SECOND_LINE]),
    samples.order(version=3, lines=[SECOND_LINE], number="1001-B"),
    samples.shipment(version=2, lines=[{"line": "2", "quantity": 1}], delivered_at="2026-10-04T10:00:00Z"),
    samples.refund(version=2, lines=[], amount={"amount": "1.00", "currency": "EUR"}),
]
NAMES = {"de", *(record["id"] for record in RECORDS)}
TABLES = {
    Market: "code",
    Seller: "external_id",
    Buyer: "external_id",
    Offer: "external_id",
    Order: "external_id",
    Shipment: "external_id",
    Refund: "external_id",
}
OURS = {"id", "seller_id", "stand_in", "buyer_id", "order_id", "person_id"}
NO_SHRINKING = (
    Phase.explicit,
    Phase.reuse,
    Phase.generate,
)  # an example is an import: two minutes of shrinking say no more
worlds = itertools.count()


def moved(record: Any, world: str) -> Any:
    """The same with ids of a world of its own."""
    if isinstance(record, dict):
        return {name if name != "de" else f"{world}de": moved(value, world) for name, value in record.items()}
    if isinstance(record, list):
        return [moved(value, world) for value in record]
    return f"{world}{record}" if record in NAMES else record


def sent_in(record: samples.Record, world: str) -> samples.Record:
    """The record of a world; what only looks like an id stays: `de` is a language too."""
    kept = {name: record[name] for name in ("type", "title", "language", "languages") if name in record}
    return {**moved(record, world), **kept}


def state(world: str) -> str:
    """What the mirror holds of a world, in the Platform's words."""
    rows: dict[str, Any] = {}
    with everything():
        for model, key in TABLES.items():
            found = model.objects.filter(**{f"{key}__startswith": world})  # type: ignore[attr-defined]
            rows[model.__name__] = [
                {k: v for k, v in row.items() if k not in OURS} for row in found.order_by(key).values()
            ]
        sellers = Seller.objects.filter(external_id__startswith=world).values_list("seller_id", flat=True)
        mine = {"seller_id__in": list(sellers)}
        rows["lines"] = list(
            OrderLine.objects.filter(**mine, quantity__gt=0)
            .order_by("position")
            .values("line", "quantity", "position", "offer__external_id")
        )
        rows["identities"] = list(SellerIdentity.objects.filter(**mine).values("legal_name"))
        rows["pairs"] = list(Pair.objects.filter(**mine).values("display_name"))
    return json.dumps(rows, default=str, sort_keys=True).replace(world, "")


@settings(
    max_examples=15,
    phases=NO_SHRINKING,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.permutations(RECORDS), st.lists(st.booleans(), min_size=len(RECORDS), max_size=len(RECORDS)))
def test_any_order_of_arrival_ends_in_the_same(order: list[samples.Record], alone: list[bool]) -> None:
    straight, shuffled = f"w{next(worlds)}-", f"w{next(worlds)}-"
    newest = sorted(RECORDS, key=lambda record: record["version"])
    samples.import_(*(sent_in(record, straight) for record in newest))
    batch: list[samples.Record] = []
    for record, by_itself in zip(order, alone, strict=True):
        if by_itself:
            samples.import_(*batch)
            samples.put(sent_in(record, shuffled))
            batch = []
        else:
            batch.append(sent_in(record, shuffled))
    samples.import_(*batch)
    assert state(shuffled) == state(straight)
    assert queries.incomplete(actor=PLATFORM).total == 0
    with everything():
        assert not Mention.objects.exists()
