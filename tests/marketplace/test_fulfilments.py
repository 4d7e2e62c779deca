"""What became of orders: two statements for any number of them, and strangers learn nothing."""

from collections.abc import Sequence

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from helpdesk.kernel.actor import Actor
from helpdesk.marketplace import queries
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.marketplace.terms.progress import Stage
from helpdesk.marketplace.terms.shown import OrderShown
from tests.marketplace import samples
from tests.marketplace.test_reading import hat

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def orders(database: str) -> Sequence[OrderShown]:
    """Clara's three orders, the latest first: on its way, delivered, nothing known."""
    report = samples.import_(
        samples.market(allowed_hosts=["dhl.com"]),
        *samples.everything()[1:],
        samples.buyer(id="hania"),
        samples.order(id="A-1002", placed_at="2026-09-02T09:30:00Z"),
        samples.shipment(id="two", order="A-1002", delivered_at="2026-09-05T09:30:00Z", carrier="Bike"),
        samples.order(id="A-1003", placed_at="2026-09-01T09:30:00Z"),
    )
    assert not report.problems
    return queries.orders_of_buyer(actor=clara())


def clara(name: str = "clara") -> Actor:
    ref = queries.resolve_for_system(kind=Kind.BUYER, external_id=name)
    return next(one for one in queries.hats_for_system(person_id=ref.id) if one.buyer_id)


def test_each_order_with_its_stage_and_its_parcels(orders: Sequence[OrderShown]) -> None:
    found = queries.fulfilments_of(actor=clara(), orders=orders)
    stages = [found[order.ref].progress.stage for order in orders]
    assert stages == [Stage.EXPECTED, Stage.DELIVERED, Stage.ORDERED]
    (parcel,) = found[orders[0].ref].parcels
    assert parcel.tracking_url.startswith("https://www.dhl.com/")
    assert found[orders[1].ref].parcels[0].tracking_url == ""


def test_the_number_of_statements_is_fixed(orders: Sequence[OrderShown]) -> None:
    actor = clara()
    for some in (orders, orders[:1]):
        with CaptureQueriesContext(connection) as done:
            queries.fulfilments_of(actor=actor, orders=some)
        asked = [str(one["sql"]) for one in done.captured_queries]
        assert len([sql for sql in asked if sql.startswith("SELECT") and "set_config" not in sql]) == 2


def test_strangers_see_no_parcel(orders: Sequence[OrderShown]) -> None:
    found = queries.fulfilments_of(actor=clara("hania"), orders=orders)
    assert {one.progress.stage for one in found.values()} == {Stage.ORDERED}
    assert not any(one.parcels for one in found.values())


def test_the_seller_sees_the_same(orders: Sequence[OrderShown]) -> None:
    anna = hat(Kind.PERSON, "p-anna")
    assert queries.fulfilments_of(actor=anna, orders=orders) == queries.fulfilments_of(
        actor=clara(), orders=orders
    )
