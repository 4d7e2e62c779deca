"""What has been named and has not arrived: it waits or stands in, is listed, and is over when it arrives."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from helpdesk.archive.database.scope import acting, everything
from helpdesk.kernel.refusal import Forbidden, Invalid
from helpdesk.marketplace import queries
from helpdesk.marketplace.models import Buyer, Mention, Offer, Order, Seller, Shipment
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.marketplace.terms.stubs import Incomplete
from tests.cast import ANNA, CLARA, EDDA, GRETA, PLATFORM
from tests.marketplace import samples
from tests.marketplace.samples import import_, put

pytestmark = pytest.mark.usefixtures("database")


def listed() -> dict[str, Incomplete]:
    return {stub.name.external_id: stub for stub in queries.incomplete(actor=EDDA).data}


@pytest.mark.parametrize(
    ("record", "missing"),
    [
        (samples.member(), ["anna"]),
        (samples.buyer(), ["de"]),
        (samples.offer(), ["anna", "de"]),
        (samples.order(), ["de", "anna"]),
        (samples.shipment(), ["A-1001"]),
        (samples.refund(), ["A-1001"]),
    ],
)
def test_a_record_waits_for_its_market_its_seller_its_order(
    record: samples.Record, missing: list[str]
) -> None:
    sent = put(record)
    assert (sent.applied, sent.id, [name.external_id for name in sent.waits_for]) == (False, None, missing)
    assert listed().keys() == set(missing)
    assert {(stub.named_by, stub.waiting) for stub in listed().values()} == {(1, 1)}
    with everything():
        assert not any(model.objects.exists() for model in (Seller, Buyer, Offer, Order, Shipment))


def test_what_waits_is_taken_in_when_the_last_thing_arrives() -> None:
    for record in (samples.refund(), samples.shipment(), samples.order(), samples.buyer(), samples.offer()):
        assert put(record).waits_for
    put(samples.seller())
    with everything():
        assert not Offer.objects.exists()
    put(samples.market())
    with everything():
        assert (Order.objects.count(), Shipment.objects.count(), Offer.objects.count()) == (1, 1, 1)
        assert not Mention.objects.exists()
    assert listed() == {}


def test_an_order_stands_on_offers_and_a_buyer_who_are_yet_to_come() -> None:
    import_(samples.market(), samples.seller())
    order = put(samples.order())
    assert order.applied
    assert order.ref
    shown = queries.order_of(actor=EDDA, order=order.ref)
    assert (shown.lines[0].title, shown.incomplete) == ("gasket", False)
    assert {(stub.name.kind, stub.named_by, stub.waiting) for stub in listed().values()} == {
        (Kind.BUYER, 1, 0),
        (Kind.OFFER, 1, 0),
    }
    put(samples.offer())
    put(samples.buyer())
    assert queries.order_of(actor=EDDA, order=order.ref).lines[0].title == "Gasket 8 mm"
    assert listed() == {}
    with everything():
        assert not Offer.objects.filter(is_stub=True).exists()
        assert (Buyer.objects.get().display_name, Buyer.objects.get().is_stub) == ("Clara", False)


def test_an_offer_that_stands_in_is_shown_without_a_price() -> None:
    import_(samples.market(), samples.seller(), samples.order())
    ref = queries.resolve_for_system(kind=Kind.OFFER, external_id="gasket")
    shown = queries.offer_of(actor=CLARA, offer=ref, market="de")
    assert (shown.title, shown.price, shown.availability, shown.incomplete) == (
        "gasket",
        None,
        "not_sold",
        True,
    )


def test_newer_versions_wait_in_the_place_of_older_ones() -> None:
    put(samples.buyer(version=3, display_name="C."))
    put(samples.buyer(version=2))
    put(samples.market())
    with everything():
        assert Buyer.objects.get().display_name == "C."


def test_no_email_of_a_buyer_is_kept_while_it_waits() -> None:
    put(samples.buyer(email="clara@mail.example"))
    with everything():
        assert "mail.example" not in Mention.objects.get().record


def test_what_waited_and_is_refused_stops_nobody() -> None:
    import_(samples.market(), samples.seller(), samples.seller(id="dmitri"), samples.buyer())
    import_(samples.offer(id="lamp", seller="dmitri"))
    report = import_(samples.shipment(), samples.order(lines=[samples.line(offer="lamp")]))
    assert [problem.flaw.code for problem in report.problems] == ["record.other_seller"]
    report = import_(samples.member(seller="erik"), samples.member(id="twice", seller="erik"))
    assert report.waiting == 2
    report = import_(samples.seller(id="erik"))
    (problem,) = report.problems
    assert (problem.line, problem.flaw.code, problem.name and problem.name.kind) == (
        0,
        "record.conflict",
        Kind.MEMBER,
    )
    assert report.applied == {Kind.SELLER: 1, Kind.MEMBER: 1}


def test_the_list_is_for_the_operators_side() -> None:
    for actor in (PLATFORM, EDDA, GRETA):
        assert queries.incomplete(actor=actor).data == []
    for actor in (ANNA, CLARA):
        with pytest.raises(Forbidden):
            queries.incomplete(actor=actor)
        with acting(actor):
            assert not Mention.objects.exists()


def test_the_list_is_paged_the_longest_waiting_first() -> None:
    for number in range(5):
        put(samples.refund(id=f"r{number}", order=f"O-{number}"))
    seen, after = [], ""
    while True:
        page = queries.incomplete(actor=EDDA, limit=2, after=after)
        assert page.total == 5
        seen += [stub.name.external_id for stub in page.data]
        if not (after := page.next):
            break
    assert seen == [f"O-{number}" for number in range(5)]
    with pytest.raises(Invalid):
        queries.incomplete(actor=EDDA, after="nowhere")


def test_many_who_name_one_thing_are_counted_and_a_few_are_named() -> None:
    import_(*(samples.refund(id=f"r{number}") for number in range(30)))
    stub = listed()["A-1001"]
    assert (stub.named_by, stub.waiting, len(stub.examples)) == (30, 30, 5)


def test_whoever_arrives_at_the_same_moment_leaves_nobody_waiting() -> None:
    import_(samples.market(), samples.buyer())
    begin = Barrier(9)

    def send(record: samples.Record) -> None:
        begin.wait()
        try:
            put(record)
        finally:
            connection.close()

    records = [samples.offer(id=f"offer-{number}") for number in range(8)]
    threads = [
        Thread(target=send, args=(record,)) for record in [*records[:4], samples.seller(), *records[4:]]
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with everything():
        assert Offer.objects.count() == 8
        assert not Mention.objects.exists()
    assert listed() == {}
