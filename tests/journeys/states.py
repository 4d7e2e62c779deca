"""What is done on a page, so that one of its states is there."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.journeys.clocks import HOLDING
from tests.journeys.ruled import TRIED


def opened(selector: str) -> Callable[[Page], None]:
    """What is folded away, unfolded."""

    def open_it(page: Page) -> None:
        page.locator(selector).first.click()

    return open_it


def declared(page: Page) -> None:
    """More than a week, which the form asks about again."""
    page.locator("#starts_at").fill("2026-01-01T10:00")
    page.locator("#ends_at").fill("2026-02-01T10:00")
    page.locator(".outage-form [name=reason]").first.check()
    page.locator(".outage-form button").click()
    page.locator("#refusal").wait_for()


def no_iban(page: Page) -> None:
    """An account that none is."""
    page.locator("#iban").fill("DE00 0000 0000 0000 0000 00")
    page.locator("#refund form").first.locator("button").click()
    page.locator("#refusal").wait_for()


def verified(page: Page) -> None:
    """One file, looked through."""
    page.locator("form[action$=verifications] button").click()
    page.locator(".verdict").wait_for()


def looked_through(page: Page) -> None:
    """The whole record."""
    with page.expect_navigation():
        page.locator("[data-verify] button").click()
    page.locator(".seal-whole").wait_for()


def asked_back(page: Page) -> None:
    """A holding line was sent, and its author is asked how it is meant; nothing is stored."""
    page.locator(".composer textarea").first.fill(HOLDING)
    page.locator("[data-send]").click()
    page.locator(".meaning").wait_for()


def remarked(page: Page) -> None:
    """Written, and not sent: what is found is underlined while it is written."""
    page.locator("textarea#text").fill("anna.nowak@example.com, 0171 2345678")
    page.locator(".remark").first.wait_for()


def previewed(page: Page) -> None:
    """A second phrase in the form: what it would change is said, and nothing is published."""
    page.locator("#words_0").fill(TRIED)
    page.locator("#label_0").select_option("C_PROMO")
    with page.expect_navigation():
        page.locator(".rule-form .buttons button").first.click()
    page.locator("#preview").wait_for()


def unfolded(page: Page) -> None:
    """Every single rule and how strict it may be."""
    page.locator(".rule-form details > summary").click()
    page.locator(".rule-ceilings select").first.wait_for()
