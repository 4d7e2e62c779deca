"""Passkeys and codes in a real browser, under the strict policy, with a virtual authenticator."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings

from helpdesk.accounts.models import Person
from tests.cast import ANNA, EDDA
from tests.journeys.watching import watch
from tests.portal.account import PASSWORD, code_of, give_password

pytestmark = pytest.mark.journey
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(live: str, browser: Browser, settings: Settings) -> Iterator[Page]:
    """A browser on a device that can keep passkeys, before an application that is no demo."""
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": False})
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    Person.objects.update(language="en")
    trouble: list[str] = []
    context = browser.new_context(viewport={"width": 390, "height": 800}, locale="en")
    opened = context.new_page()
    watch(opened, live, trouble)
    protocol = context.new_cdp_session(opened)
    protocol.send("WebAuthn.enable")
    protocol.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    opened.goto(f"{live}/sign-in")
    yield opened
    context.close()
    assert not trouble, "\n".join(trouble)


def sign_in(page: Page, email: str) -> None:
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page: Page) -> None:
    page.locator("details.me > summary").click()
    page.get_by_role("button", name="Sign out").click()


def test_an_administrator_adds_a_passkey_and_signs_in_with_it_alone(page: Page) -> None:
    sign_in(page, give_password(EDDA))
    expect(page.get_by_role("heading", level=1)).to_have_text("Administrators need a second factor")
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name").fill("Phone")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    page.locator(".wordmark").click()
    expect(page).to_have_url(f"{page.url.split('/administrator')[0]}/administrator/")
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/administrator/")


def test_a_passkey_that_was_removed_opens_nothing(page: Page) -> None:
    sign_in(page, give_password(ANNA))
    page.goto(page.url.replace("/seller/inbox", "/account/passkeys/new"))
    page.get_by_role("button", name="Add a passkey").click()
    page.wait_for_url("**/account/codes")
    page.get_by_role("link", name="Security and sign-in").first.click()
    page.get_by_role("link", name="Manage Passkeys").click()
    page.get_by_role("link", name="Remove Passkey 1").click()
    page.get_by_role("button", name="Remove the passkey").click()
    expect(page.get_by_text("You have no passkey yet.")).to_be_visible()
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_be_visible()


def test_an_app_for_codes_is_set_up_and_asked_for(page: Page) -> None:
    email = give_password(ANNA)
    sign_in(page, email)
    page.locator("details.me > summary").click()
    page.get_by_role("link", name="Security and sign-in").click()
    page.get_by_role("link", name="Set up App for codes").click()
    secret = page.locator("code").inner_text().replace(" ", "")
    page.get_by_label("Code that the app shows").fill(code_of(secret))
    page.get_by_role("button", name="Finish").click()
    expect(page.locator(".account-codes li")).to_have_count(10)
    sign_out(page)
    sign_in(page, email)
    cache.clear()  # as if half a minute had gone by: a code works once
    page.get_by_label("Code").fill(code_of(secret))
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/seller/inbox")


def test_a_password_may_be_pasted(page: Page, live: str) -> None:
    email = give_password(ANNA)
    page.get_by_label("E-mail address").fill(PASSWORD)
    page.get_by_label("E-mail address").press("Control+a")
    page.get_by_label("E-mail address").press("Control+x")
    page.get_by_label("Password").press("Control+v")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/seller/inbox")
