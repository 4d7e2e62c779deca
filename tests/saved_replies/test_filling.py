"""One reply for several orders: each Buyer's language, each order's data, and what is missing by name."""

from collections.abc import Sequence
from datetime import date

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace.models import Shipment
from helpdesk.saved_replies import queries
from helpdesk.saved_replies.terms import Filled, Placeholder, SavedReply
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, EDDA, HANIA, PLATFORM
from tests.saved_replies.conftest import NOW, send, speaks
from tests.shops import Shops
from tests.statements import statements

FRIDAY = date(2026, 11, 20)


def fill(saved: SavedReply, threads: Sequence[Ref]) -> list[Filled]:
    found = queries.addressees(actor=BRUNO, now=NOW, conversations=threads)
    return [queries.filled(saved=saved, to=one) for one in found]


def test_each_gets_their_own_language_and_order(
    shops: Shops, asked: Sequence[Ref], delayed: SavedReply
) -> None:
    send(shops.claras_order, to=CLARA, expected_on=FRIDAY)
    send(shops.hanias_order, to=HANIA, expected_on=FRIDAY, tracking="PL77")
    claras, hanias = fill(delayed, asked)
    assert claras.text == (
        "Guten Tag Clara, Ihr Paket zu A-1001 kommt mit DHL (JD0001) am 20. November 2026 an."
    )
    assert hanias.text == "Dzień dobry Hania, paczka A-1002 przyjedzie z DHL (PL77) dnia 20 listopada 2026."
    assert (claras.to.asked, claras.to.asked_in, claras.to.seen_n) == ("Wo ist mein Paket?", "de", 0)
    assert fill(delayed, asked[::-1]) == [hanias, claras]


def test_a_missing_datum_leaves_the_order_out_and_is_named(
    shops: Shops, asked: Sequence[Ref], delayed: SavedReply
) -> None:
    send(shops.claras_order, to=CLARA, expected_on=None)
    claras, hanias = fill(delayed, asked)
    assert (claras.text, claras.missing) == (None, [Placeholder.EXPECTED])
    assert hanias.missing == [Placeholder.CARRIER, Placeholder.TRACKING, Placeholder.EXPECTED]


def test_a_day_that_has_passed_or_a_parcel_that_came_says_no_day(
    shops: Shops, asked: Sequence[Ref], delayed: SavedReply
) -> None:
    send(shops.claras_order, to=CLARA, expected_on=date(2026, 11, 15))
    send(shops.hanias_order, to=HANIA, expected_on=FRIDAY)
    with acting(PLATFORM):
        Shipment.objects.filter(order_id=shops.hanias_order.id).update(delivered_at=NOW)
    assert [one.missing for one in fill(delayed, asked)] == [[Placeholder.EXPECTED]] * 2


def test_the_parcel_on_its_way_is_meant(shops: Shops, asked: Sequence[Ref], delayed: SavedReply) -> None:
    send(shops.claras_order, to=CLARA, expected_on=FRIDAY, tracking="LATER", days=1)
    send(shops.claras_order, to=CLARA, expected_on=FRIDAY, tracking="EARLIER", days=4)
    assert "LATER" in (fill(delayed, asked)[0].text or "")
    with acting(PLATFORM):
        Shipment.objects.filter(tracking="LATER").update(delivered_at=NOW)
    assert "EARLIER" in (fill(delayed, asked)[0].text or "")


def test_a_missing_language_is_told_and_never_mixed(asked: Sequence[Ref], delayed: SavedReply) -> None:
    speaks(CLARA, ANNAS_SHOP, "fr-CH")
    claras = fill(delayed, asked)[0]
    assert (claras.to.language, claras.text, claras.missing) == ("fr", None, ())


def test_an_offer_has_no_order(shops: Shops, delayed: SavedReply) -> None:
    about = conversations.ask_about_offer(
        actor=CLARA, now=NOW, offer=shops.offer, draft="Passt das?", key="offer"
    )
    assert Placeholder.ORDER in fill(delayed, [about.conversation])[0].missing


def test_other_shops_threads_are_not_there(asked: Sequence[Ref]) -> None:
    with pytest.raises(NotFound):
        queries.addressees(actor=DMITRI, now=NOW, conversations=asked)
    for actor in (CLARA, EDDA):
        with pytest.raises(Forbidden):
            queries.addressees(actor=actor, now=NOW, conversations=asked)


def test_several_cost_what_one_costs(asked: Sequence[Ref]) -> None:
    with statements() as count:
        queries.addressees(actor=ANNA, now=NOW, conversations=asked)
    assert count() <= 4  # BEGIN, the scope, the question, COMMIT
