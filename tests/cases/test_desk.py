"""A shop's desk of cases: what stands where, the most urgent first, and what a number leads to."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from helpdesk.archive.database.scope import acting
from helpdesk.cases import queries
from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import Owner, Situation
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Shipment
from tests.cases.test_take_step import DHL
from tests.cases.told import Tale
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
    assert on_desk(tale, after=(last.until or queries.NO_DAY, last.ref.id)) == [without]
    assert on_desk(tale, after=(queries.NO_DAY, without.id)) == []


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


def test_a_number_costs_five_statements_at_most(tale: Tale) -> None:
    sent(tale)
    for text, ceiling in ((tale.shown().number, 2), (DHL["tracking"], 3)):
        with CaptureQueriesContext(connection) as done:
            queries.numbered(actor=ANNA, now=tale.now, text=text)
        asked = [one["sql"] for one in done.captured_queries]
        assert len([sql for sql in asked if sql[:6] == "SELECT" and "set_config(" not in sql]) <= ceiling
