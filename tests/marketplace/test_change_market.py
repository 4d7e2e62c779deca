"""Changing the market: what it changes is shown first, and then exactly that is done."""

from typing import Any

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from helpdesk.marketplace.actions import change_market
from helpdesk.marketplace.models import Buyer, Offer
from helpdesk.marketplace.queries import market_change, subject_of_offer
from helpdesk.marketplace.rules.changing import address_of
from tests.cast import ANNA, CLARA, EDDA, HANIA, PLATFORM
from tests.marketplace.abroad import BERLIN, WARSAW, choice, move_in
from tests.shops import Shops, open_shops
from tests.statements import statements

IN_WARSAW = address_of(WARSAW).id


@pytest.fixture
def shops(database: str) -> Shops:
    """Two shops."""
    return open_shops()


def change(*, actor: Actor = CLARA, **changed: Any) -> bool:
    """From Germany to Poland, unless the test says otherwise."""
    asked: dict[str, Any] = {"was": "de", "to": "pl", "address": None, "key": "k"}
    return change_market(actor=actor, now=clock.now(), **(asked | changed))


def test_it_shows_currency_address_and_each_offer(shops: Shops) -> None:
    offer = move_in(shops, BERLIN, WARSAW)
    shown = market_change(actor=CLARA, to="pl", offers=[offer])
    assert (shown.now.name, shown.after.name) == (("de", "DE"), ("pl", "PL"))
    assert (shown.now.currency, shown.after.currency) == ("EUR", "PLN")
    assert (shown.delivery.kept, [one.lines for one in shown.delivery.choices]) == (
        False,
        [("ul. Prosta 1", "00-838 Warszawa")],
    )
    (changed,) = shown.offers
    assert (changed.title, changed.seller) == ("Dichtung 8 mm", "Anna's Espresso Parts")
    assert changed.now.price
    assert changed.after.price
    assert (changed.now.price.amount, changed.after.price.amount) == ("12.90", "54.90")
    assert (changed.now.availability, changed.after.availability) == ("in_stock", "limited")


def test_it_costs_the_same_few_statements_for_many_offers(shops: Shops) -> None:
    offer = move_in(shops, BERLIN)
    with acting(PLATFORM):
        more = [
            Offer(
                seller_id=offer.seller_id, external_id=str(n), title={"en": "x"}, condition="new", markets={}
            )
            for n in range(30)
        ]
        Offer.objects.bulk_create(more)
    refs = [offer, *(Ref(one.seller_id, one.id) for one in more)]
    with statements() as few:
        market_change(actor=CLARA, to="pl", offers=[offer])
    with statements() as many:
        assert len(market_change(actor=CLARA, to="pl", offers=refs).offers) == 31
    assert many() == few()


def test_an_address_that_the_market_delivers_to_is_kept(shops: Shops) -> None:
    move_in(shops, BERLIN, WARSAW)
    assert market_change(actor=CLARA, to="it").delivery.kept
    change(to="it")
    made = choice()
    assert made
    assert (made.market_id, made.delivery_address) == ("it", BERLIN)


def test_another_address_can_be_chosen_or_none(shops: Shops) -> None:
    move_in(shops, BERLIN, WARSAW)
    change(address=IN_WARSAW)
    made = choice()
    assert made
    assert made.delivery_address == WARSAW
    assert market_change(actor=CLARA, to="de").delivery.present == address_of(WARSAW)
    change(was="pl", to="de", key="back")
    made = choice()
    assert made
    assert made.delivery_address is None
    assert market_change(actor=CLARA, to="it").delivery.present is None


def test_the_platform_forgetting_an_address_brings_the_first_one_back(shops: Shops) -> None:
    move_in(shops, BERLIN, WARSAW)
    change(address=IN_WARSAW)
    with acting(PLATFORM):
        Buyer.objects.filter(id=CLARA.person).update(addresses=[BERLIN])
    assert market_change(actor=CLARA, to="it").delivery.present == address_of(BERLIN)


def test_the_same_request_again_is_the_same_change(shops: Shops) -> None:
    move_in(shops, BERLIN, WARSAW)
    assert change(address=IN_WARSAW) is False
    first = choice()
    assert first
    assert change(address=IN_WARSAW) is True
    again = choice()
    assert again
    assert again.chosen_at == first.chosen_at
    others: tuple[dict[str, Any], ...] = ({"to": "it"}, {"address": address_of(BERLIN).id})
    for other in others:
        with pytest.raises(KeyReused):
            change(**({"address": IN_WARSAW} | other))


def test_an_old_request_does_not_undo_a_newer_one(shops: Shops) -> None:
    move_in(shops, BERLIN)
    change()
    change(was="pl", to="it", key="then")
    for key in ("k", "another"):
        with pytest.raises(Conflict):
            change(key=key)
    made = choice()
    assert made
    assert made.market_id == "it"


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ({"to": "xx"}, NotFound),
        ({"to": ""}, NotFound),
        ({"to": "de"}, Invalid),
        ({"was": "xx"}, Conflict),
        ({"address": "xx"}, Invalid),
        ({"address": address_of(BERLIN).id}, Invalid),
        ({"actor": ANNA}, Forbidden),
        ({"actor": EDDA}, Forbidden),
        ({"actor": HANIA}, Conflict),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    shops: Shops, asked: dict[str, Any], refusal: type[Exception]
) -> None:
    move_in(shops, BERLIN, WARSAW)
    with pytest.raises(refusal):
        change(**asked)
    assert choice() is None


def test_only_buyers_are_shown_a_change_and_only_to_a_market_there_is(shops: Shops) -> None:
    with pytest.raises(Forbidden):
        market_change(actor=ANNA, to="pl")
    with pytest.raises(NotFound):
        market_change(actor=CLARA, to="xx")


def test_a_new_question_about_an_offer_is_on_the_new_market(shops: Shops) -> None:
    offer = move_in(shops, BERLIN)
    assert subject_of_offer(actor=CLARA, offer=offer).market == "de"
    change()
    assert subject_of_offer(actor=CLARA, offer=offer).market == "pl"
