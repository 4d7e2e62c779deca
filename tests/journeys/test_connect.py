"""S5: a shop connects its own tool, from its settings, within three clicks."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from tests.cast import ANNA, CLARA, DMITRI
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.shops import Shops

pytestmark = pytest.mark.journey
WORDS = "Passt die Dichtung?"


@pytest.mark.parametrize("seller", [ANNA, DMITRI], ids=["in Polish", "in German"])
def test_s5_a_tool_is_connected_by_three_clicks(
    live: str, shops: Shops, sign_in: SignIn, seller: Actor
) -> None:
    about = shops.claras_order if seller is ANNA else shops.dmitris_order
    conversations.ask_about_order(actor=CLARA, now=clock.now(), order=about, draft=WORDS, key="1")
    page = sign_in(seller)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{live}/seller/team")  # where a shop's settings are
    hand = Hand(page)
    hand.click(page.locator("main a[href='/seller/settings/connections']"))
    hand.click(page.locator("form[action$='/keys'] button"))
    hand.click(page.locator("[data-copy]"))
    expect(page.locator("[data-copy] [aria-live]")).to_have_text(
        {"pl": "Skopiowano", "de": "Kopiert"}[seller.language]
    )
    assert hand.acts <= 3
    copied = page.evaluate("navigator.clipboard.readText()")
    answer = Client().get("/api/v1/inbox", headers={"Authorization": f"Bearer {copied}"})
    assert [row["preview"] for row in answer.json()["data"]] == [WORDS]
    page.locator("[data-try] button").click()
    expect(page.locator("[data-said=row]")).to_contain_text(WORDS)
    look_at(page)
    page.goto(f"{live}/seller/settings/connections")
    assert copied not in page.content()
    assert copied[:10] in page.content()
