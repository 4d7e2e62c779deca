"""S4: a Seller sees why the rank fell, and disputes a verdict: two acts to the cause, four to the appeal."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.standing import queries
from helpdesk.standing.terms.disputes import Claim
from tests.cast import ANNA, CLARA, DMITRI, EDDA
from tests.deadlines.swept import settle
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.past import Present
from tests.shops import Shops
from tests.standing.rated import follow

pytestmark = pytest.mark.journey

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
LATE = {ANNA.name: "po terminie", DMITRI.name: "überfällig"}
WORDS = {ANNA.name: "Tego dnia było u nas święto.", DMITRI.name: "An diesem Tag war hier Feiertag."}
SETTLED = {
    ANNA.name: "Było na czas, jak wynika z zapisu",
    DMITRI.name: "Es war rechtzeitig, wie die Aufzeichnung zeigt",
}


def late_answer(present: Present, shops: Shops, seller: Actor) -> None:
    """Clara asked on Monday and had her answer on Thursday."""
    order = shops.claras_order if seller is ANNA else shops.dmitris_order
    asked = conversations.ask_about_order(
        actor=CLARA, now=MONDAY, order=order, draft="Passt die Dichtung?", key="1"
    )
    now = MONDAY + timedelta(days=3)
    settle(now)
    conversations.post_reply(
        actor=seller, now=now, conversation=asked.conversation, draft="Ja, sie passt genau.", key="2"
    )
    present.set(now + timedelta(hours=1))
    follow(clock.now())


@pytest.mark.parametrize("seller", [ANNA, DMITRI], ids=["in Polish", "in German"])
def test_s4_two_to_the_cause_and_four_to_the_appeal(
    present: Present, shops: Shops, sign_in: SignIn, seller: Actor
) -> None:
    late_answer(present, shops, seller)
    page = sign_in(seller)
    page.goto(f"{page.url.split('/seller')[0]}/seller/standing")
    hand = Hand(page)
    cause = page.locator(".point-late")
    expect(cause.locator(".point-verdict")).to_contain_text(LATE[seller.name])
    assert hand.acts <= 2, "the cause, with its counted hours, stands on the page that one begins on"
    hand.click(cause.locator("a[href*='/standing/points/']"))
    hand.click(page.locator("input[name=claim][value=holiday]"))
    hand.click(page.get_by_role("textbox"))
    hand.type(WORDS[seller.name])
    hand.click(page.locator("form:has([name=claim]) button:not([type=button])"))
    expect(page.get_by_role("status")).to_be_visible()
    expect(page.locator("main")).to_contain_text(WORDS[seller.name])
    assert hand.acts <= 4
    look_at(page)
    [dispute] = queries.own_disputes(actor=seller, limit=5)
    assert (dispute.claim, dispute.words) == (Claim.HOLIDAY, WORDS[seller.name])
    decide(sign_in(EDDA))
    follow(clock.now())
    page.reload()
    expect(page.locator("main")).to_contain_text(SETTLED[seller.name])
    look_at(page)


def decide(desk: Page) -> None:
    """Edda finds that a day was counted which does not count."""
    desk.goto(f"{desk.url.split('/administrator')[0]}/administrator/disputes")
    desk.locator(".row-link").first.click()
    desk.locator("form[action$='/readings'] button").click()
    desk.locator("input[value='met/holiday']").check()
    desk.get_by_role("textbox").fill("The calendar of that market lacked the day.")
    desk.locator("form[action$='/settlements'] button").click()
    expect(desk.get_by_role("status")).to_be_visible()
    look_at(desk)
