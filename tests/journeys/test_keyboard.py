"""The keyboard alone: the palette finds and goes, single keys act, and can be switched off."""

import pytest
from django.conf import settings
from playwright.sync_api import Page, Route, expect

from helpdesk.archive import actions as archive
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from tests.cast import ANNA, CLARA, EDDA, HANIA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.shops import Shops

pytestmark = pytest.mark.journey


@pytest.fixture
def talk(shops: Shops) -> None:
    """Clara and Hania have asked Anna; search knows it."""
    for who, order in ((CLARA, shops.claras_order), (HANIA, shops.hanias_order)):
        conversations.ask_about_order(
            actor=who, now=clock.now(), order=order, draft="Passt die Dichtung?", key=who.name
        )
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=settings.HELPDESK_REACTIONS)


def palette(page: Page, words: str = "") -> None:
    page.wait_for_load_state()
    page.keyboard.press("Control+k")
    expect(page.locator("[data-palette]")).to_be_visible()
    expect(page.locator("#palette-q")).to_be_focused()
    page.keyboard.insert_text(words)


def test_a_seller_goes_by_a_few_letters(sign_in: SignIn, talk: None) -> None:
    anna = sign_in(ANNA)
    palette(anna, "A-1001")
    expect(anna.locator("[data-palette-hits] a").first).to_contain_text("A-1001")
    look_at(anna)
    anna.keyboard.press("ArrowDown")
    expect(anna.locator("[data-palette-hits] a").first).to_be_focused()
    anna.keyboard.press("Enter")
    expect(anna.get_by_role("heading", name="Clara", level=1)).to_be_visible()


def test_letters_typed_before_its_script_is_there_count(sign_in: SignIn, talk: None) -> None:
    anna = sign_in(ANNA)
    waiting: list[Route] = []

    def kept(route: Route) -> None:
        waiting.append(route)

    anna.route("**/js/palette.*.js", kept)
    with anna.expect_request("**/js/palette.*.js"):
        palette(anna, "A-1001")
    expect(anna.locator("#palette-q")).to_have_value("A-1001")
    expect(anna.locator("[data-palette-hits] a")).to_have_count(0)
    waiting.pop().continue_()
    expect(anna.locator("[data-palette-hits] a").first).to_contain_text("A-1001")


def test_enter_waits_for_its_script(sign_in: SignIn, talk: None) -> None:
    anna = sign_in(ANNA)
    waiting: list[Route] = []
    anna.route("**/js/palette.*.js", lambda route: waiting.append(route))  # noqa: PLW0108
    with anna.expect_request("**/js/palette.*.js"):
        palette(anna, "zespol")
    anna.keyboard.press("Enter")
    expect(anna.locator("[data-palette]")).to_be_visible()
    waiting.pop().continue_()
    anna.wait_for_url("**/seller/team")


def test_without_its_script_enter_asks_the_search_page(sign_in: SignIn, talk: None) -> None:
    anna = sign_in(ANNA)
    anna.route("**/js/palette.*.js", lambda route: route.abort())
    palette(anna, "Zwiebelkuchen")
    anna.keyboard.press("Enter")
    anna.wait_for_url("**/seller/search?q=Zwiebelkuchen")


def test_the_palette_leads_to_places_and_languages(sign_in: SignIn, talk: None) -> None:
    anna = sign_in(ANNA)
    palette(anna, "zespol")  # accents do not matter
    anna.keyboard.press("Enter")
    anna.wait_for_url("**/seller/team")
    palette(anna, "Français")
    anna.keyboard.press("Enter")
    expect(anna.locator("html")).to_have_attribute("lang", "fr")
    palette(anna)
    anna.keyboard.press("Escape")
    expect(anna.locator("[data-palette]")).to_be_hidden()


def test_the_palette_does_what_single_keys_do(sign_in: SignIn, talk: None) -> None:
    anna = sign_in(ANNA)
    palette(anna, "Napisz odpowied")
    anna.keyboard.press("Enter")
    expect(anna.locator("textarea#text")).to_be_focused()


def test_without_a_hit_the_search_page_is_asked(sign_in: SignIn, talk: None) -> None:
    clara = sign_in(CLARA)
    palette(clara, "Zwiebelkuchen")
    expect(clara.locator("[data-palette-commands] button:visible")).to_have_count(0)
    clara.keyboard.press("Enter")
    clara.wait_for_url("**/buyer/search?q=Zwiebelkuchen")


def test_an_administrator_has_places_only(sign_in: SignIn, talk: None) -> None:
    edda = sign_in(EDDA)
    palette(edda, "Files")
    edda.keyboard.press("Enter")
    edda.wait_for_url("**/administrator/files")


def test_single_keys_act_until_they_are_switched_off(sign_in: SignIn, talk: None) -> None:
    anna = sign_in(ANNA)
    anna.keyboard.press("j")
    expect(anna.locator(".pane-list .row-link").nth(1)).to_be_focused()
    anna.keyboard.press("k")
    expect(anna.locator(".pane-list .row-link").nth(0)).to_be_focused()
    anna.keyboard.press("s")
    expect(anna.locator(".standing .news button:visible").first).to_be_focused()
    anna.keyboard.press("?")
    anna.locator("[data-keys-switch]").uncheck()
    anna.keyboard.press("Escape")
    anna.keyboard.press("r")
    expect(anna.locator("textarea#text")).not_to_be_focused()
