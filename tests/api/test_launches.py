"""Launches by the Platform: who is let in, where to, and what it is told when that is nobody or nowhere."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client

from helpdesk.accounts.models import Launch
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Buyer, ExternalId, Member, Order
from tests.api.conftest import CallAs
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRI, EDDA, HANIA, PLATFORM
from tests.shops import Shops
from tests.statements import statements

NOWHERE = str(Ref(ANNAS_SHOP, CLARA.person))


@pytest.fixture
def named(shops: Shops) -> Shops:
    """The Platform's names of people and of Clara's order."""
    with acting(SYSTEM):
        anna = Member.objects.get(person_id=ANNA.person)
        rows = [
            ("buyer", "B-CLARA", 0, CLARA.person),
            ("buyer", "B-HANIA", 0, HANIA.person),
            ("member", "M-ANNA", ANNAS_SHOP, anna.id),
            ("order", "A-1001", ANNAS_SHOP, shops.claras_order.id),
            ("offer", "gasket", ANNAS_SHOP, shops.offer.id),
            ("seller", "S-ANNA", ANNAS_SHOP, anna.id),
            ("market", "de", 0, anna.id),
        ]
        for kind, external, seller_id, id in rows:
            ExternalId.objects.create(
                kind=kind, external_id=external, seller_id=seller_id, id=id, version="1", version_order=1
            )
    return shops


def body(person: str = "ext:B-CLARA", side: str = "buyer", **more: Any) -> dict[str, Any]:
    return {"side": side, "person": person, **more}


def landed(url: str) -> str:
    """The page on which somebody who clicks comes out."""
    answer = Client().get(urlsplit(url).path, follow=True)
    assert answer.status_code == 200
    return str(answer.redirect_chain[-1][0])


def test_a_buyer_comes_out_where_they_clicked(call: CallAs, named: Shops, asked: Ref) -> None:
    offer, order = f"/buyer/offers/{named.offer}", f"/buyer/orders/{named.claras_order}"
    dmitris = f"/buyer/orders/{named.dmitris_order}"
    for said, page in (
        ({"do": "ask", "to": {"offer": "ext:gasket"}}, f"{offer}#asking"),
        ({"do": "ask", "to": {"order": str(named.dmitris_order)}}, f"{dmitris}#asking"),
        ({"do": "ask", "to": {"order": "ext:A-1001"}}, f"/buyer/conversations/{asked}"),
        ({"do": "problem", "to": {"order": "ext:A-1001"}}, f"{order}/cases"),
        ({"do": "open", "to": {"order": "ext:A-1001"}}, order),
        ({"to": {"offer": str(named.offer)}}, offer),
        ({"to": {"conversation": str(asked)}}, f"/buyer/conversations/{asked}"),
        ({}, "/buyer/orders"),
    ):
        answer = call(PLATFORM).post("/launches", body(**said))
        assert answer.status_code == 201, answer.json()
        assert landed(answer.json()["url"]) == page


def test_a_sellers_member_comes_out_in_the_shop(call: CallAs, named: Shops, asked: Ref) -> None:
    for said, page in (
        ({"to": {"conversation": str(asked)}}, f"/seller/conversations/{asked}"),
        ({"to": {"order": "ext:A-1001"}}, f"/seller/orders/{named.claras_order}"),
        ({}, "/seller/inbox"),
    ):
        answer = call(PLATFORM).post("/launches", body("ext:M-ANNA", "seller", **said))
        assert landed(answer.json()["url"]) == page


REFUSED = (
    (body("ext:B-NOBODY"), 404, "buyer.not_found"),
    (body("ext:B-CLARA", "seller"), 404, "member.not_found"),
    (body("ext:M-ANNA", "buyer"), 404, "buyer.not_found"),
    (body("ext:M-ANNA", "seller", do="ask", to={"order": "ext:A-1001"}), 422, "launch.not_so"),
    (body("ext:M-ANNA", "seller", to={"offer": "ext:gasket"}), 422, "launch.not_so"),
    (body(do="problem", to={"offer": "ext:gasket"}), 422, "launch.not_so"),
    (body("ext:B-HANIA", to={"order": "ext:A-1001"}), 404, "order.not_found"),
    (body(to={"order": "ext:A-9999"}), 404, "order.not_found"),
    (body(to={"offer": "ext:none"}), 404, "offer.not_found"),
    (body(to={"case": NOWHERE}), 404, "case.not_found"),
    (body(to={"conversation": NOWHERE}), 404, "conversation.not_found"),
    (body(to={"conversation": "ext:C-1"}), 404, "conversation.not_found"),
    (body(to={}), 422, "launch.one_target"),
    (body(to={"order": "ext:A-1001", "offer": "ext:gasket"}), 422, "launch.one_target"),
    (body(do="erase"), 422, "input.not_listed"),
    (body(side="administrator"), 422, "input.not_listed"),
    (body(language="d\u00e9"), 422, "input.pattern"),
    (body(expected={"seller": "S-ANNA", "market": "de", "number": "a\nb"}), 422, "text.control"),
    (body(expected={"seller": "S ANNA", "market": "de"}), 422, "value.external_id"),
    (body(then="/elsewhere"), 422, "input.unknown_field"),
)


def test_nobody_is_sent_where_nothing_is(call: CallAs, named: Shops, subtests: pytest.Subtests) -> None:
    for said, status, code in REFUSED:
        with subtests.test(said=said):
            answer = call(PLATFORM).post("/launches", said)
            assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Launch.objects.exists()


def test_only_the_platform_lets_people_in(call: CallAs, named: Shops) -> None:
    for actor in (ANNA, CLARA, DMITRI, EDDA):
        answers = (
            call(actor).post("/launches", body()),
            call(actor).get("/platform/unread?side=buyer&person=ext:B-CLARA"),
        )
        assert [answer.json()["code"] for answer in answers] == ["launch.platform_only"] * 2


def test_an_order_that_was_placed_a_moment_ago_stands_in_with_its_buyer(call: CallAs, named: Shops) -> None:
    new = body("ext:B-NEW", do="ask", to={"order": "ext:A-NEW"}, language="pl")
    assert call(PLATFORM).post("/launches", new).status_code == 404
    new["expected"] = {"seller": "S-ANNA", "market": "de", "number": "2026-7"}
    answer = call(PLATFORM).post("/launches", new)
    assert answer.status_code == 201, answer.json()
    assert call(PLATFORM).post("/launches", new).status_code == 201
    with acting(SYSTEM):
        order = Order.objects.get(external_id="A-NEW")
        assert (order.is_stub, Buyer.objects.get(external_id="B-NEW").is_stub) == (True, True)
    client = Client()
    page = client.get(urlsplit(answer.json()["url"]).path, follow=True)
    assert page.redirect_chain[-1][0] == f"/buyer/orders/{Ref(ANNAS_SHOP, order.id)}#asking"
    assert page["Content-Language"] == "pl"
    waits = [one["external_id"] for one in call(PLATFORM).get("/platform/incomplete").json()["data"]]
    assert set(waits) == {"A-NEW", "B-NEW"}


def test_an_order_of_a_seller_whom_nobody_has_named_waits(call: CallAs, named: Shops) -> None:
    new = body("ext:B-NEW", to={"order": "ext:A-NEW"}, expected={"seller": "S-NEW", "market": "de"})
    answer = call(PLATFORM).post("/launches", new)
    assert answer.status_code == 422
    (flaw,) = (one for one in answer.json()["errors"] if one["pointer"] == "#/expected/seller")
    assert flaw["code"] == "record.unknown_reference"


def test_the_number_beside_the_bell(call: CallAs, named: Shops, asked: Ref) -> None:
    assert call(ANNA).get("/me/unread").json() == {"unread": 0}
    for side, person in (("seller", "M-ANNA"), ("buyer", "B-CLARA")):
        found = call(PLATFORM).get(f"/platform/unread?side={side}&person=ext:{person}")
        assert (found.status_code, found.json()) == (200, {"unread": 0})
    assert call(PLATFORM).get("/platform/unread?side=buyer&person=ext:B-NOBODY").status_code == 404
    assert call(PLATFORM).get("/platform/unread?side=both&person=x").status_code == 422


def test_few_statements_do(call: CallAs, named: Shops) -> None:
    clara, platform = call(CLARA), call(PLATFORM)
    for caller in (clara, platform):
        caller.get("/me")  # the first request of a credential draws a portion of its limit
    with statements() as count:
        clara.get("/me/unread")
    assert count() <= 2
    with statements() as count:
        platform.get("/platform/unread?side=buyer&person=ext:B-CLARA")
    assert count() <= 10
    with statements() as count:
        platform.post("/launches", body(to={"order": "ext:A-1001"}))
    assert count() <= 24
