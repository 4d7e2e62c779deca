"""Search in a browser: it answers while somebody types, and without script by its button."""

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, Route, expect

from helpdesk.archive import actions as archive
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from tests.cast import ANNA, CLARA, HANIA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.sizes import resize
from tests.shops import Shops

pytestmark = pytest.mark.journey
ASKED = {
    CLARA: "Passt die Dichtung zu meiner Maschine? Die alte Dichtung war acht Millimeter dick.",
    HANIA: "Kiedy przyjdzie moja uszczelka? Dichtung steht auf der Rechnung.",
}


@pytest.fixture
def talk(shops: Shops) -> None:
    """Clara and Hania have asked Anna; search knows it."""
    for who, order in ((CLARA, shops.claras_order), (HANIA, shops.hanias_order)):
        conversations.ask_about_order(actor=who, now=clock.now(), order=order, draft=ASKED[who], key=who.name)
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=settings.HELPDESK_REACTIONS)


def search(page: Page, side: str) -> Page:
    page.locator(f".places a[href='/{side}/search']").click()
    expect(page.locator("#q")).to_be_focused()
    return page


def test_a_seller_finds_while_she_types(sign_in: SignIn, talk: None) -> None:
    anna = search(sign_in(ANNA), "seller")
    anna.keyboard.type("dicht")
    expect(anna.locator(".row-hit")).to_have_count(2)
    expect(anna.locator("#q")).to_be_focused()
    expect(anna.locator("[data-found]")).to_have_text(anna.locator(".hits-count").inner_text())
    assert "q=dicht" in anna.url
    assert set(anna.locator("mark").all_inner_texts()) == {"Dichtung"}
    look_at(anna)
    anna.locator("#q").press_sequentially("ung maschine")
    expect(anna.locator(".row-hit")).to_have_count(1)
    anna.locator("#state").select_option("answered")
    expect(anna.locator(".nobody")).to_be_visible()
    anna.locator("#state").select_option("waiting")
    anna.locator(".row-hit a").click()
    expect(anna.locator("#m0")).to_contain_text(ASKED[CLARA])
    anna.go_back()
    expect(anna.locator("#q")).to_have_value("dichtung maschine")
    expect(anna.locator(".row-hit")).to_have_count(1)


def test_letters_typed_before_its_script_is_there_are_looked_for(sign_in: SignIn, talk: None) -> None:
    anna = sign_in(ANNA)
    waiting: list[Route] = []
    anna.route("**/js/search.*.js", lambda route: waiting.append(route))  # noqa: PLW0108
    with anna.expect_request("**/js/search.*.js"):
        search(anna, "seller").keyboard.type("dicht")
    expect(anna.locator(".row-hit")).to_have_count(0)
    waiting.pop().continue_()
    expect(anna.locator(".row-hit")).to_have_count(2)


def test_a_buyer_finds_her_own_on_a_phone(sign_in: SignIn, talk: None) -> None:
    clara = search(sign_in(CLARA), "buyer")
    resize(clara, width=320, height=700)
    clara.keyboard.type("dichtungen ")
    expect(clara.locator(".row-hit")).to_have_count(1)
    assert clara.evaluate("document.documentElement.scrollWidth") <= 320
    look_at(clara)


def test_without_script_the_button_asks(sign_in: SignIn, talk: None, browser: Browser) -> None:
    anna = sign_in(ANNA)
    state = anna.context.storage_state()
    plain = browser.new_context(java_script_enabled=False, storage_state=state).new_page()
    plain.goto(anna.url.split("/seller")[0] + "/seller/search")
    plain.fill("#q", "uszczelka")
    plain.click(".finder button")
    expect(plain.locator(".row-hit")).to_have_count(1)
    plain.context.close()
