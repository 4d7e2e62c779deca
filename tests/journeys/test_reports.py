"""B5: the Seller asks to be paid elsewhere; the Buyer is warned there, and reports it with two clicks."""

import pytest
from playwright.sync_api import expect

from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import thread
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.reports import queries
from helpdesk.reports.terms import What
from tests.cast import ANNA, CLARA, HANIA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.journeys.visitors import PHONE
from tests.shops import Shops

pytestmark = pytest.mark.journey

SAID = {
    "de": ("Überweisen Sie den Rest einfach direkt an uns.", "Sie verlieren den Käuferschutz", "Danke."),
    "pl": (
        "Proszę dopłacić różnicę bezpośrednio na nasze konto.",
        "Tracisz ochronę kupującego",
        "Dziękujemy.",
    ),
}


def led(buyer: Actor, order: Ref) -> Ref:
    """A thread in which the shop answers with a way outside."""
    asked = conversations.ask_about_order(
        actor=buyer, now=clock.now(), order=order, draft="Wann?", key="asked"
    ).conversation
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=asked, draft=SAID[buyer.language][0], key="led"
    )
    return asked


@pytest.mark.parametrize("buyer", [CLARA, HANIA], ids=["de", "pl"])
def test_b5_a_way_outside_is_reported_with_two_clicks(shops: Shops, sign_in: SignIn, buyer: Actor) -> None:
    asked = led(buyer, shops.claras_order if buyer is CLARA else shops.hanias_order)
    page = sign_in(buyer, width=PHONE)
    page.goto(f"{page.url.split('/buyer')[0]}/buyer/conversations/{asked}")
    _, lose, thanks = SAID[buyer.language]
    banner = page.locator(".outside")
    expect(banner).to_contain_text(lose)
    hand = Hand(page)
    hand.click(banner.locator("a.button"))
    expect(page.locator("[name=what]:checked")).to_have_value(What.PAY_OUTSIDE)
    look_at(page)
    hand.click(page.locator("[data-send]"))
    expect(page.locator("[role=status].note")).to_contain_text(thanks)
    assert hand.acts <= 2
    look_at(page)
    [line] = queries.own(actor=buyer)
    assert (line.what, line.message) == (
        What.PAY_OUTSIDE,
        thread(actor=buyer, conversation=asked).messages[-1].id,
    )
