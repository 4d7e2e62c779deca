"""A5: a new market, from the list of markets to its publication, in six clicks at most."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from helpdesk.marketplace import queries
from tests.cast import GRETA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.journeys.test_change_a_calendar import MONDAY, administrator
from tests.past import Present
from tests.shops import Shops

pytestmark = pytest.mark.journey


@dataclass(frozen=True, kw_only=True)
class Words:
    """What the administrator reads in their language."""

    language: str
    country: str
    currency: str
    published: str


POLISH = Words(language="pl", country="Czechy", currency="korona czeska", published="obowiązuje")
GERMAN = Words(language="de", country="Tschechien", currency="Tschechische Krone", published="gilt")


@pytest.mark.parametrize("words", [POLISH, GERMAN], ids=["in Polish", "in German"])
def test_a5_a_new_market_takes_six(
    present: Present,
    shops: Shops,
    sign_in: SignIn,
    words: Words,
) -> None:
    present.set(MONDAY)
    desk = sign_in(administrator(words.language))
    desk.goto(desk.url.split("/administrator")[0] + "/administrator/markets")
    assert opens(desk, words) <= 6
    held, decisions = queries.market_held(actor=GRETA, code="cz")
    assert (held.draft.currency, held.draft.time_zone, len(decisions)) == ("CZK", "Europe/Prague", 1)


def opens(page: Page, words: Words) -> int:
    """From the list to the market in force; each page is looked at on the way."""
    hand = Hand(page)
    hand.click(page.locator(".button[href$='/markets/new']"))
    look_at(page)
    hand.acts += 2  # the list of countries is opened, and one is chosen
    page.locator("#from").select_option(label=words.country)
    expect(page.locator("#code")).to_have_value("cz")
    look_at(page)
    hand.click(page.locator("#market button"))
    expect(page.locator(".market-facts")).to_contain_text(words.currency)
    expect(page.locator(".market-example")).to_be_visible()
    look_at(page)
    hand.click(page.locator("form[action$=versions] button").first)
    expect(page.get_by_role("status").first).to_contain_text(words.published)
    expect(page.locator(".market-list")).to_contain_text(words.country)
    look_at(page)
    return hand.acts
