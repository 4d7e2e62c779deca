"""There and back in a real browser, through a provider that other people wrote (oidc-provider-mock)."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pydantic import SecretStr
from pytest_django import Settings

from helpdesk.archive.database.scope import acting
from helpdesk.config.vouchers import SignInWith
from helpdesk.kernel.actor import SYSTEM
from helpdesk.marketplace.models import ExternalId
from tests.browser import PATIENCE
from tests.cast import CLARA
from tests.journeys.square import a_port, await_answer

pytestmark = pytest.mark.journey
TITLE = "Marktplatz"


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[str]:
    """Its address; Clara has an account there."""
    port = a_port()
    address = f"http://localhost:{port}"
    clara = json.dumps({"sub": "9f1c", "customer_number": "B-CLARA"})
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--host", "localhost"]
    environment = {**os.environ, "AUTHLIB_INSECURE_TRANSPORT": "1"}
    log = tmp_path / "provider.log"
    with log.open("wb") as written:
        process = subprocess.Popen(
            [*command, "--require-nonce", "true", "--user-claims", clara],
            stdout=written,
            stderr=written,
            env=environment,
        )
        try:
            await_answer(f"{address}/.well-known/openid-configuration", process, log)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture
def page(live: str, provider: str, browser: Browser, settings: Settings) -> Iterator[Page]:
    """Clara's browser before an application that is no demo."""
    setting = SignInWith(
        name="market",
        title=TITLE,
        issuer=provider,
        client_id="helpdesk",
        client_secret=SecretStr("any"),
        side="buyer",
        claim="customer_number",
    )
    settings.HELPDESK = settings.HELPDESK.model_copy(
        update={
            "demo": False,
            "public_url": live,
            "outgoing_allowed": frozenset({provider.removeprefix("http://")}),
            "sign_in_with": [setting],
        }
    )
    with acting(SYSTEM):
        ExternalId.objects.create(
            kind="buyer", external_id="B-CLARA", seller_id=0, id=CLARA.person, version="1", version_order=1
        )
    context = browser.new_context(viewport={"width": 390, "height": 800}, locale="de")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


def test_a_buyer_comes_in_from_the_marketplace_and_signs_out_of_both(
    page: Page, live: str, provider: str
) -> None:
    page.goto(f"{live}/sign-in")
    page.get_by_role("link", name=f"Mit {TITLE} anmelden").click()
    page.wait_for_url(f"{provider}/**")
    page.get_by_role("button", name="9f1c").click()
    page.wait_for_url(f"{live}/buyer/orders")
    expect(page.locator("details.me > summary")).to_contain_text("Clara")
    page.locator("details.me > summary").click()
    page.get_by_role("button", name="Abmelden").click()
    page.get_by_role("link", name=f"Auch bei {TITLE} abmelden").click()
    page.wait_for_url(f"{provider}/**")
    page.get_by_role("button").first.click()
    page.wait_for_url(f"{live}/sign-in")
    page.goto(f"{live}/buyer/orders")
    page.wait_for_url(f"{live}/sign-in")
