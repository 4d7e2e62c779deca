"""Reading: everybody sees their own, strangers nothing, in a fixed number of SQL statements."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from helpdesk.archive.database.scope import SET_SCOPE, acting
from helpdesk.kernel.actor import SYSTEM, Actor, Role, Side
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace import queries
from helpdesk.marketplace.models import (
    Buyer,
    ExternalId,
    Member,
    Offer,
    Order,
    OrderLine,
    Refund,
    Seller,
    SellerIdentity,
    Shipment,
)
from helpdesk.marketplace.policies import can_see
from helpdesk.marketplace.terms.kinds import NO_ID, Kind
from tests.cast import ANNA, CLARA, EDDA
from tests.marketplace import samples

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def records(database: str) -> None:
    """Anna's shop with an order of Clara's, Dmitri's shop with one of Hania's."""
    report = samples.import_(
        *samples.everything(),
        samples.seller(id="dmitri", name="Dmitri's Lamps"),
        samples.member(id="dmitri-1", seller="dmitri", person="p-dmitri", name="Dmitri", role="agent"),
        samples.buyer(id="hania", display_name="Hania"),
        samples.offer(id="lamp", seller="dmitri", title={"en": "Lamp"}),
        samples.order(id="D-1", seller="dmitri", buyer="hania", lines=[samples.line(offer="lamp")]),
        samples.order(id="A-1002", placed_at="2026-10-02T09:30:00Z"),
        samples.order(id="A-1003", placed_at="2026-10-03T09:30:00Z"),
    )
    assert not report.problems


def hat(kind: Kind, external_id: str) -> Actor:
    ref = queries.resolve_for_system(kind=kind, external_id=external_id)
    return queries.hats_for_system(person_id=ref.id, language="pl")[0]


def anna() -> Actor:
    return hat(Kind.PERSON, "p-anna")


def dmitri() -> Actor:
    return hat(Kind.PERSON, "p-dmitri")


def clara() -> Actor:
    return hat(Kind.BUYER, "clara")


def hania() -> Actor:
    return hat(Kind.BUYER, "hania")


def order(external_id: str = "A-1001") -> Ref:
    return queries.resolve_for_system(kind=Kind.ORDER, external_id=external_id)


@contextmanager
def statements(exactly: int) -> Iterator[None]:
    """Statements beside those that set the scope and bound the transaction."""
    with CaptureQueriesContext(connection) as seen:
        yield
    marks = (SET_SCOPE[:17], "BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    assert len([query for query in seen if not query["sql"].startswith(marks)]) == exactly


def test_hats_are_of_members_and_buyers() -> None:
    assert (anna().side, anna().roles, anna().language) == (Side.SELLER, frozenset({Role.OWNER}), "pl")
    assert (clara().side, clara().buyer_id, clara().language) == (Side.BUYER, clara().person, "de")
    assert queries.hats_for_system(person_id=uuid7()) == []


def test_a_removed_member_has_no_hat() -> None:
    person = queries.resolve_for_system(kind=Kind.PERSON, external_id="p-anna")
    samples.put(samples.member(version=2, removed_at="2026-10-05T00:00:00Z"))
    assert queries.hats_for_system(person_id=person.id) == []


def test_a_person_wears_one_hat_per_seller() -> None:
    samples.put(samples.member(id="second", seller="dmitri"))
    person = queries.resolve_for_system(kind=Kind.PERSON, external_id="p-anna")
    with statements(2):
        hats = queries.hats_for_system(person_id=person.id)
    assert len({hat.seller_id for hat in hats}) == 2


def test_an_external_id_leads_to_ours() -> None:
    assert queries.resolve_for_system(kind=Kind.MARKET, external_id="de") == Ref(0, NO_ID)
    with statements(1):
        order()
    with pytest.raises(NotFound):
        queries.resolve_for_system(kind=Kind.OFFER, external_id="A-1001")


def test_a_buyer_sees_own_orders_the_latest_first_page_by_page() -> None:
    buyer = clara()
    with statements(2):
        first = queries.orders_of_buyer(actor=buyer, limit=2)
    rest = queries.orders_of_buyer(actor=buyer, after=(first[-1].placed_at, first[-1].ref.id))
    assert [shown.external_id for shown in first + rest] == ["A-1003", "A-1002", "A-1001"]
    assert queries.orders_of_buyer(actor=anna()) == []


def test_an_order_is_shown_with_its_lines_in_the_readers_language() -> None:
    buyer = clara()
    ref = order()
    with statements(2):
        shown = queries.order_of(actor=buyer, order=ref)
    (line,) = shown.lines
    assert (line.title, line.quantity, line.price.amount) == ("Dichtung 8 mm", 2, "12.90")
    assert (shown.seller, shown.total.amount, shown.total.currency) == (
        "Anna's Espresso Parts",
        "25.80",
        "EUR",
    )
    assert queries.order_of(actor=anna(), order=ref).lines[0].title == "Gasket 8 mm"


@pytest.mark.parametrize("who", [dmitri, hania])
def test_strangers_find_nothing(who: Callable[[], Actor]) -> None:
    stranger, ref = who(), order()
    with pytest.raises(NotFound):
        queries.order_of(actor=stranger, order=ref)
    with pytest.raises(NotFound):
        queries.subject_of_order(actor=stranger, order=ref)
    assert queries.shipments_of(actor=stranger, order=ref) == []


@pytest.mark.parametrize("who", [anna, clara, lambda: EDDA])
def test_parties_and_operator_see_the_parcels(who: Callable[[], Actor]) -> None:
    actor, ref = who(), order()
    with statements(1):
        (parcel,) = queries.shipments_of(actor=actor, order=ref)
    assert (parcel.tracking, parcel.lines, str(parcel.expected_on)) == ("003404", {"1": 2}, "2026-10-05")


def test_offers_are_for_everybody_signed_in() -> None:
    reader = hania()
    with statements(1):
        first = queries.offers_on(actor=reader, market="de", limit=1)
    rest = queries.offers_on(actor=reader, market="de", after=first[0].ref)
    assert {shown.title for shown in first + rest} == {"Dichtung 8 mm", "Lamp"}
    assert queries.offers_on(actor=reader, market="pl") == []
    shown = queries.offer_of(actor=reader, offer=first[0].ref, market="de")
    assert shown == first[0]
    assert shown.price is not None
    assert queries.offer_of(actor=reader, offer=first[0].ref, market="pl").availability == "not_sold"


def test_sellers_and_markets_are_public_names_and_clocks() -> None:
    shown = queries.seller_of(actor=clara(), seller_id=order().seller_id)
    assert (shown.name, shown.country, shown.time_zone) == ("Anna's Espresso Parts", "PL", "Europe/Warsaw")
    assert queries.market_of(actor=clara(), code="de").time_zone == "Europe/Berlin"
    with pytest.raises(NotFound):
        queries.seller_of(actor=ANNA, seller_id=1)
    with pytest.raises(NotFound):
        queries.market_of(actor=CLARA, code="xx")


def test_row_security_alone_keeps_strangers_out() -> None:
    """No filter of ours here: what each actor can count in each table."""
    tables = (Order, OrderLine, Shipment, Refund, Buyer, Member, SellerIdentity, ExternalId, Offer, Seller)
    counts = {}
    for actor in (anna(), dmitri(), clara(), hania(), SYSTEM):
        with acting(actor):
            counts[actor.name] = [model.objects.count() for model in tables]
    assert counts == {
        "Anna": [3, 3, 1, 1, 0, 1, 1, 0, 2, 2],
        "Dmitri": [1, 1, 0, 0, 0, 1, 1, 0, 2, 2],
        "Clara": [3, 3, 1, 1, 1, 0, 0, 0, 2, 2],
        "Hania": [1, 1, 0, 0, 1, 0, 0, 0, 2, 2],
        "Helpdesk": [4, 4, 1, 1, 2, 2, 2, 17, 2, 2],
    }
    assert [model.objects.count() for model in tables] == [0] * len(tables)


def test_the_policy_and_the_query_agree() -> None:
    with acting(SYSTEM):
        orders = list(Order.objects.all())
    for actor in (anna(), dmitri(), clara(), hania(), EDDA):
        for row in orders:
            allowed = can_see(actor=actor, seller_id=row.seller_id, buyer_id=row.buyer_id)
            try:
                queries.order_of(actor=actor, order=Ref(row.seller_id, row.id))
            except NotFound:
                assert not allowed
            else:
                assert allowed


def test_facts_of_an_order_are_canonical_and_what_was_shown() -> None:
    subject = queries.subject_of_order(actor=clara(), order=order())
    assert subject.facts == (
        b'{"lines":[{"currency":"EUR","price":1290,"quantity":2,"title":"Dichtung 8 mm"}],'
        b'"number":"1001","placed_at":1790847000000000}'
    )
    assert (subject.title, subject.market) == ("1001", "de")
