"""A shop's desk of cases: what stands where, the most urgent first, and what a number leads to."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from helpdesk.archive.database.scope import acting
from helpdesk.cases import queries
from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import Owner, Situation
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Order, Shipment
from tests.cases.test_take_step import DHL
from tests.cases.told import DAY, Tale
from tests.cast import ANNA, CLARA, DMITRI, EDDA, PLATFORM

CLAIM = Opening(situation=Situation.OTHER)


def counted(actor: Actor, tale: Tale) -> dict[str, tuple[int, int]]:
    return {one.stage: (one.cases, one.late) for one in queries.stages_of(actor=actor, now=tale.now)}


def on_desk(tale: Tale, actor: Actor = ANNA, **more: object) -> list[Ref]:
    found = queries.on_desk(actor=actor, now=tale.now, limit=10, **more)  # type: ignore[arg-type]
    return [one.ref for one in found]


def sent(tale: Tale) -> Ref:
    """A complaint whose goods are on their way back: nobody owes anything until the carrier says so."""
    tale.open()
    tale.step("repair_notice")
    tale.step("accept", remedy="repair")
    tale.step("send", CLARA, **DHL)
    assert tale.case
    return tale.case


def test_stages_are_counted_with_what_is_late(tale: Tale) -> None:
    first = sent(tale)
    tale.open(CLAIM, words="The postage, too.")
    assert counted(ANNA, tale) == {"made": (1, 0), "sent": (1, 0)}
    tale.now = datetime(2027, 1, 4, 9, tzinfo=UTC)
    assert counted(ANNA, tale)["made"] == (1, 1)
    assert first in on_desk(tale)


def test_the_nearest_date_first_and_what_has_none_last(tale: Tale) -> None:
    without = sent(tale)
    tale.open(CLAIM, words="The postage, too.")
    assert on_desk(tale) == [tale.case, without]
    assert on_desk(tale, owner=Owner.BUYER) == []
    assert on_desk(tale, stages=["sent"]) == [without]
    [last] = queries.on_desk(actor=ANNA, now=tale.now, limit=1)
    [first, *_] = queries.on_desk(actor=ANNA, now=tale.now, limit=1)
    assert first.listed_at is not None
    assert on_desk(tale, after=(last.listed_at or queries.NO_DAY, last.ref.id)) == [without]
    assert on_desk(tale, after=(queries.NO_DAY, without.id)) == []


@pytest.mark.parametrize("listed", [queries.on_desk, queries.cases_due], ids=["desk", "by due"])
def test_page_by_page_none_is_left_out_or_comes_twice(tale: Tale, listed: Any) -> None:
    """Also where a message has moved what is due next since the latest step."""
    refs = []
    for _ in range(3):
        tale.open()
        refs.append(tale.case)
        tale.later(DAY)
    tale.reply()
    after, seen = None, list[Any]()
    while page := listed(actor=ANNA, now=tale.now, limit=1, after=after):
        seen.append(page[0].ref)
        after = (page[0].listed_at, page[0].ref.id)
        assert len(seen) <= len(refs)
    assert set(seen) == set(refs)


def test_how_much_waits_for_the_shop(tale: Tale) -> None:
    assert queries.number_waiting(actor=ANNA) == 0
    tale.open()
    assert queries.number_waiting(actor=ANNA) == 1


@pytest.mark.parametrize("actor", [DMITRI, CLARA, EDDA])
def test_the_desk_is_the_shops_own(tale: Tale, actor: Actor) -> None:
    tale.open()
    number = tale.shown().number
    assert queries.stages_of(actor=actor, now=tale.now) == []
    assert on_desk(tale, actor) == []
    assert queries.number_waiting(actor=actor) == 0
    for text in (number, "A-1001"):
        found = queries.numbered(actor=actor, now=tale.now, text=text)
        assert (list(found.cases), list(found.orders)) == ([], [])


def test_a_number_leads_to_its_case(tale: Tale) -> None:
    case = sent(tale)
    number = tale.shown().number
    for text in (
        number,
        number.lower().replace("-", " "),
        DHL["tracking"],
        DHL["tracking"].lower(),
        "a-1001",
    ):
        [found] = queries.numbered(actor=ANNA, now=tale.now, text=text).cases
        assert found.ref == case, text
    for text in ("", "A-1002", "K7QM3-TXA5F-9", "nothing", "JJD000390007382915047"):
        assert not queries.numbered(actor=ANNA, now=tale.now, text=text).cases, text


def test_a_parcel_leads_to_its_order_where_there_is_no_case(tale: Tale) -> None:
    with acting(PLATFORM):
        Shipment.objects.filter(order_id=tale.order.id).update(tracking="00340434161094000001")
    found = queries.numbered(actor=ANNA, now=tale.now, text="0034 0434 1610 9400 0001")
    assert (list(found.cases), list(found.orders)) == ([], [tale.order])


def test_open_cases_come_first(tale: Tale) -> None:
    tale.open()
    closed = tale.case
    tale.step("drop", CLARA)
    tale.open(CLAIM, words="The postage, too.")
    found = queries.numbered(actor=ANNA, now=tale.now, text="A-1001").cases
    assert [one.ref for one in found] == [tale.case, closed]


def test_a_number_is_looked_up_by_an_index(tale: Tale) -> None:
    """Under row security, too, where a condition that could leak what it reads asks for no index."""
    many(tale, 2_000)
    with CaptureQueriesContext(connection) as done:
        queries.numbered(actor=ANNA, now=tale.now, text="a-1001")
    [asked] = [one["sql"] for one in done.captured_queries if "UNION" in one["sql"]]
    with acting(ANNA), connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {asked}")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    for index in ("marketplace_order_number", "marketplace_shipment_number"):
        assert index in plan, plan
    assert "Seq Scan" not in plan


def many(tale: Tale, count: int) -> None:
    """As many orders of the shop, each with its parcel; the planner knows of them."""
    with acting(PLATFORM):
        first = Order.objects.get(seller_id=tale.order.seller_id, id=tale.order.id)
        kept = {"seller_id": first.seller_id, "buyer_id": first.buyer_id, "market_id": first.market_id}
        orders = [
            Order(**kept, external_id=f"M-{n}", number=f"M-{n}", placed_at=first.placed_at)
            for n in range(count)
        ]
        Order.objects.bulk_create(orders)
        Shipment.objects.bulk_create(
            Shipment(
                seller_id=one.seller_id,
                buyer_id=one.buyer_id,
                order_id=one.id,
                external_id=one.number,
                lines=[],
                direction="out",
                carrier="DHL",
                tracking=f"0034{n:016}",
            )
            for n, one in enumerate(orders)
        )
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE marketplace_order, marketplace_shipment")


def test_a_number_costs_five_statements_at_most(tale: Tale) -> None:
    sent(tale)
    for text, ceiling in ((tale.shown().number, 2), (DHL["tracking"], 3)):
        with CaptureQueriesContext(connection) as done:
            queries.numbered(actor=ANNA, now=tale.now, text=text)
        asked = [one["sql"] for one in done.captured_queries]
        assert len([sql for sql in asked if sql[:6] == "SELECT" and "set_config(" not in sql]) <= ceiling
