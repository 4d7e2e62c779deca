"""Put: newer versions are taken in, older ones change nothing, references must be known and agree."""

from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.config import wiring
from helpdesk.kernel import clock
from helpdesk.kernel.refusal import Forbidden
from helpdesk.kernel.shape import Misshapen
from helpdesk.marketplace.actions import pair_of
from helpdesk.marketplace.models import ExternalId, Market, Order, OrderLine, Pair, Seller, SellerIdentity
from tests.cast import ANNA, CLARA, EDDA, PLATFORM
from tests.marketplace import samples
from tests.marketplace.samples import put

pytestmark = pytest.mark.usefixtures("database")


def all_of_it() -> None:
    for record in samples.everything():
        assert put(record).applied


def entries() -> list[str]:
    with everything():
        kinds = Entry.objects.exclude(kind="key").order_by("n").values_list("kind", flat=True)
        return list(kinds)


def refused(record: samples.Record) -> tuple[str, str]:
    with pytest.raises(Misshapen) as caught:
        put(record)
    (flaw,) = caught.value.flaws
    return flaw.code, flaw.pointer


def test_records_arrive() -> None:
    all_of_it()
    with everything():
        order = Order.objects.get()
        line = OrderLine.objects.get()
        seller = Seller.objects.get()
    assert (order.number, order.market_id, order.seller_id) == ("1001", "de", seller.seller_id)
    assert (line.price_minor, line.currency, line.quantity) == (1290, "EUR", 2)
    assert 0 < seller.seller_id < 1 << 53


def test_the_same_again_changes_nothing() -> None:
    first = [put(record) for record in samples.everything()]
    again = [put({**record, "id": record["id"]}) for record in samples.everything()]
    assert [put.ref for put in again] == [put.ref for put in first]
    assert not any(put.applied for put in again)


def test_an_older_version_changes_nothing() -> None:
    put(samples.market(version=5))
    late = put(samples.market(version=4, law="AT"))
    assert (late.applied, late.version) == (False, "5")
    with everything():
        assert Market.objects.get().law == "DE"


def test_a_newer_version_replaces() -> None:
    put(samples.market())
    put(samples.seller())
    with everything():
        stand_in = Seller.objects.get().stand_in
    newer = put(samples.seller(version=2, name="Anna and Bruno", legal_name="Inna sp. z o.o."))
    with everything():
        seller, identity = Seller.objects.get(), SellerIdentity.objects.get()
    assert newer.applied
    assert (seller.name, identity.legal_name, seller.stand_in) == (
        "Anna and Bruno",
        "Inna sp. z o.o.",
        stand_in,
    )


@pytest.mark.parametrize("actor", [ANNA, CLARA, EDDA])
def test_only_the_platform_sends_records(actor: Any) -> None:
    with pytest.raises(Forbidden):
        put(samples.market(), actor=actor)


def test_what_the_first_version_settled_stays() -> None:
    all_of_it()
    put(samples.seller(id="dmitri"))
    put(samples.buyer(id="hania"))
    assert refused(samples.order(version=2, buyer="hania")) == ("record.fixed", "/buyer")
    assert refused(samples.offer(version=2, seller="dmitri")) == ("record.fixed", "/seller")
    put(samples.order(id="A-1002"))
    assert refused(samples.shipment(version=2, order="A-1002")) == ("record.fixed", "/order")


def test_an_order_holds_offers_of_its_seller_only() -> None:
    all_of_it()
    put(samples.seller(id="dmitri"))
    put(samples.offer(id="lamp", seller="dmitri"))
    record = samples.order(id="A-2", lines=[samples.line(offer="lamp")])
    assert refused(record) == ("record.other_seller", "/lines/0/offer")


def test_a_line_that_left_the_order_keeps_its_row_without_quantity() -> None:
    all_of_it()
    put(samples.order(version=2, lines=[samples.line(id="2", quantity=3)]))
    with everything():
        assert dict(OrderLine.objects.values_list("line", "quantity")) == {"1": 0, "2": 3}


def test_a_buyers_new_name_reaches_the_sellers_who_know_them() -> None:
    all_of_it()
    with everything():
        order = Order.objects.get()
    pair = pair_of(actor=PLATFORM, now=clock.now(), seller_id=order.seller_id, buyer_id=order.buyer_id)
    put(samples.buyer(version=2, display_name="Clara K."))
    with everything():
        known = Pair.objects.get()
    assert (known.pair, known.display_name) == (pair, "Clara K.")


def test_a_moved_establishment_is_a_deed_and_a_first_one_is_none() -> None:
    put(samples.seller())
    put(samples.seller(version=2, name="Another name"))
    assert entries() == []
    moved = samples.seller(version=3, establishment={"country": "DE", "time_zone": "Europe/Berlin"})
    put(moved)
    put(moved)
    assert entries() == ["seller.establishment"]
    assert not [step for step in verify(mirrors=wiring.MIRRORS) if isinstance(step, Finding)]


def test_a_changed_market_is_a_deed_that_commits_both_states() -> None:
    put(samples.market())
    put(samples.market(version=2))
    assert entries() == []
    put(samples.market(version=3, law="AT"))
    assert entries() == ["market.changed"]
    with everything():
        values = dict(Value.objects.values_list("name", "value"))
    assert b'"law":"AT"' in bytes(values["market"])
    assert b'"law":"DE"' in bytes(values["was"])


def test_a_refused_record_leaves_nothing() -> None:
    with pytest.raises(Misshapen):
        put(samples.order(lines=[samples.line(), samples.line()]))
    with everything():
        assert not ExternalId.objects.exists()


def test_a_put_takes_a_fixed_number_of_statements() -> None:
    all_of_it()
    with CaptureQueriesContext(connection) as first:
        put(samples.order(version=2))
    many = [samples.line(id=str(n)) for n in range(100)]
    with CaptureQueriesContext(connection) as second:
        put(samples.order(version=3, lines=many))
    assert len(first) == len(second) <= 13


def test_eight_at_once_leave_the_newest() -> None:
    put(samples.market())
    answers: list[bool] = []

    def send(version: int) -> None:
        try:
            answers.append(put(samples.buyer(version=version, display_name=f"Clara {version}")).applied)
        finally:
            connection.close()

    threads = [Thread(target=send, args=(version,)) for version in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
    again = put(samples.buyer(version=8))
    assert (again.applied, again.version) == (False, "8")
    with everything():
        assert ExternalId.objects.filter(kind="buyer").count() == 1
