"""Changing the market: what changes is on the page, and exactly that is done."""

from html import unescape
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.accounts.models import Person
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import thread
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.rules.changing import address_of
from tests.cast import ANNA, CLARA, EDDA, HANIA
from tests.marketplace.abroad import BERLIN, WARSAW, choice, move_in
from tests.portal.conftest import SignIn
from tests.portal.test_statements import statements
from tests.shops import Shops

IN_WARSAW = address_of(WARSAW).id


def page(client: Client, to: str = "pl") -> str:
    """What the buyer reads."""
    answer = client.get(f"/buyer/market?to={to}")
    assert answer.status_code == 200
    return " ".join(unescape(answer.content.decode()).split())


def change(client: Client, **changed: str) -> Any:
    """Press the button of the page."""
    form = {"key": str(uuid4()), "was": "de", "to": "pl", "next": "/buyer/orders"} | changed
    return client.post("/buyer/market-changes", urlencode(form), "application/x-www-form-urlencoded")


def question(offer: Ref) -> Ref:
    """Clara asks about the offer."""
    asked = conversations.ask_about_offer(
        actor=CLARA, now=clock.now(), offer=offer, draft="Does it fit the E61?", key=str(uuid4())
    )
    return asked.conversation


def test_the_page_shows_address_currency_and_each_open_question(sign_in: SignIn, shops: Shops) -> None:
    offer = move_in(shops, BERLIN, WARSAW)
    clara = sign_in(CLARA)
    assert "You have no open question about an offer." in page(clara)
    question(offer)
    shown = page(clara)
    assert "<title>Change market: Germany → Poland · Helpdesk</title>" in shown
    for words in ("Lindenstraße 5", "Not delivered there", "ul. Prosta 1", "Go on without an address"):
        assert words in shown
    for words in (
        "Euro (EUR)",
        "Polish Zloty (PLN)",
        "Gasket 8 mm",
        "€12.90",
        "PLN",
        "54.90",
        "Only a few left",
    ):
        assert words in shown
    assert "Your orders and conversations keep their market and law." in shown


def test_in_other_languages_the_countries_have_their_own_names(sign_in: SignIn, shops: Shops) -> None:
    move_in(shops, BERLIN)
    clara = sign_in(CLARA)
    for language, title in (
        ("pl", "Zmiana rynku: Niemcy → Polska"),
        ("de", "Markt wechseln: Deutschland → Polen"),
        ("fr", "Changer de marché : Allemagne → Pologne"),
        ("it", "Cambia mercato: Germania → Polonia"),
    ):
        Person.objects.filter(id=CLARA.person).update(language=language)
        assert title in page(clara).replace("\u00a0", " ").replace("\u202f", " ")


def test_an_offer_without_a_price_there_is_not_sold_there(sign_in: SignIn, shops: Shops) -> None:
    question(move_in(shops, BERLIN))
    assert "Not sold there" in page(sign_in(CLARA), "it")


def test_staying_changes_nothing_and_changing_changes_what_was_shown(sign_in: SignIn, shops: Shops) -> None:
    move_in(shops, BERLIN, WARSAW)
    clara = sign_in(CLARA)
    page(clara)
    assert choice() is None
    answer = change(clara, address=IN_WARSAW)
    assert answer["Location"] == "/buyer/market?changed=1&next=%2Fbuyer%2Forders"
    made = choice()
    assert made
    assert (made.market_id, made.delivery_address) == ("pl", WARSAW)
    after = clara.get(answer["Location"]).content.decode()
    assert "Your market: Poland" in after
    assert "Warsaw" in after  # the clock of the page


def test_the_same_form_twice_is_one_change(sign_in: SignIn, shops: Shops) -> None:
    move_in(shops, BERLIN)
    clara, key = sign_in(CLARA), str(uuid4())
    assert [change(clara, key=key).status_code for _ in range(2)] == [302, 302]
    assert change(clara, key=key, to="it").status_code == 422


def test_a_page_that_is_out_of_date_says_so_and_shows_what_is(sign_in: SignIn, shops: Shops) -> None:
    move_in(shops, BERLIN)
    clara = sign_in(CLARA)
    change(clara)
    answer = change(clara, to="it")
    assert answer.status_code == 409
    assert b"You are on another market by now." in answer.content
    assert "Poland → Italy" in answer.content.decode()


def test_a_thread_keeps_its_market_and_a_new_question_takes_the_new_one(
    sign_in: SignIn, shops: Shops
) -> None:
    offer = move_in(shops, BERLIN)
    clara = sign_in(CLARA)
    before = question(offer)
    change(clara)
    assert thread(actor=CLARA, conversation=before).market == "de"
    assert question(offer) == before
    assert thread(actor=CLARA, conversation=before).market == "de"
    assert "PLN" in clara.get(f"/buyer/offers/{offer}").content.decode()


def test_a_first_question_after_the_change_is_on_the_new_market(sign_in: SignIn, shops: Shops) -> None:
    offer = move_in(shops, BERLIN)
    change(sign_in(CLARA))
    assert thread(actor=CLARA, conversation=question(offer)).market == "pl"


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"to": "xx"}, 404),
        ({"to": ""}, 404),
        ({"to": "\x00"}, 404),
        ({"was": "xx"}, 409),
        ({"was": ""}, 409),
        ({"address": "xx"}, 400),
        ({"address": address_of(BERLIN).id}, 400),
        ({"to": "de"}, 400),
        ({"key": "x"}, 400),
        ({"to": "a" * 5000}, 404),
    ],
)
def test_a_hostile_form_changes_nothing(
    sign_in: SignIn, shops: Shops, form: dict[str, str], status: int
) -> None:
    move_in(shops, BERLIN, WARSAW)
    assert change(sign_in(CLARA), **form).status_code == status
    assert choice() is None


def test_addresses_without_a_market_are_not_found(sign_in: SignIn, shops: Shops) -> None:
    clara = sign_in(CLARA)
    for to, status in (("xx", 404), ("a" * 300, 404), ("PL", 404), ("%00", 400)):
        assert clara.get(f"/buyer/market?to={to}").status_code == status
    assert clara.get("/buyer/market").status_code == 200
    assert clara.get("/buyer/market?to=de&next=//evil.example").status_code == 200


def test_only_buyers_have_this_page(sign_in: SignIn, shops: Shops) -> None:
    for actor in (ANNA, EDDA):
        client = sign_in(actor)
        assert client.get("/buyer/market?to=pl").status_code == 404
        assert change(client).status_code == 404
    assert Client().get("/buyer/market")["Location"] == "/sign-in"
    assert sign_in(HANIA).get("/buyer/market?to=de").status_code == 200


def test_the_page_keeps_its_ceiling(sign_in: SignIn, shops: Shops) -> None:
    question(move_in(shops, BERLIN, WARSAW))
    clara = sign_in(CLARA)
    clara.get("/buyer/orders")
    found = statements(clara, "/buyer/market?to=pl")
    assert len(found) <= 8, "\n".join(found)  # the bell is one of them
