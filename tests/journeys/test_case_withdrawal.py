"""A withdrawal from its button to the refund: three clicks to the receipt, one to see where it stands."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from helpdesk.accounts import actions as accounts
from helpdesk.cases import actions as cases
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.cases.told import deliver
from tests.cast import ANNA, CLARA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.past import Present
from tests.shops import Shops

pytestmark = pytest.mark.journey

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
BUTTONS = {
    "en": ("Withdraw from contract here", "Confirm withdrawal"),
    "pl": ("Odstąp od umowy tutaj", "Potwierdź odstąpienie"),
    "de": ("Vertrag widerrufen", "Widerruf bestätigen"),
    "fr": ("Renoncer au contrat ici", "Confirmer la rétractation"),
    "it": ("Recedere dal contratto qui", "Conferma recesso"),
}


def withdraw(page: Page, order: Ref, language: str) -> Hand:
    """From the order's page to the receipt."""
    function, confirm = BUTTONS[language]
    page.goto(f"{page.url.split('/buyer')[0]}/buyer/orders/{order}")
    hand = Hand(page)
    hand.click(page.get_by_role("link", name=function, exact=True))
    look_at(page)
    hand.click(page.get_by_role("button", name=confirm, exact=True))
    expect(page.locator(".receipt")).to_be_visible()
    return hand


@pytest.mark.parametrize("language", BUTTONS)
def test_b3_the_receipt_takes_three_in_every_language(
    present: Present, shops: Shops, sign_in: SignIn, language: str
) -> None:
    present.set(MONDAY)
    deliver(shops.claras_order, CLARA, at=MONDAY - timedelta(days=4))
    accounts.enrol_person(
        actor=SYSTEM, now=clock.now(), id=CLARA.person, display_name="Clara", language=language
    )
    page = sign_in(CLARA)
    hand = withdraw(page, shops.claras_order, language)
    with page.expect_download() as kept:
        hand.click(page.locator(".receipt + .case-acts a[download]"))
    assert kept.value.path().read_bytes().startswith(b"%PDF")
    assert hand.acts <= 3
    look_at(page)


def test_a_german_withdrawal_ends_with_the_refund(present: Present, shops: Shops, sign_in: SignIn) -> None:
    present.set(MONDAY)
    deliver(shops.claras_order, CLARA, at=MONDAY - timedelta(days=4))
    clara = sign_in(CLARA)
    withdraw(clara, shops.claras_order, "de")
    clara.get_by_role("link", name="Vorgang verfolgen").click()
    case = Ref.parse(clara.url.rpartition("/")[2])
    address = clara.url
    expect(clara.locator(".case-turn")).to_contain_text("Wartet auf den Verkäufer")
    look_at(clara)

    act(case, "instruct", words="Bitte an unser Lager in Kraków.")
    clara.goto(address)
    expect(clara.locator(".case-turn")).to_contain_text("Sie sind am Zug")
    clara.locator(".case-act:has([value=send]) summary").click()
    clara.locator(".case-act:has([value=send]) [name=carrier]").fill("DHL")
    clara.locator(".case-act:has([value=send]) [name=tracking]").fill("00340434161094042557")
    look_at(clara)
    clara.locator(".case-act:has([value=send]) .case-fields button").click()
    expect(clara.locator(".record")).to_contain_text("00340434161094042557")

    act(case, "receive")
    act(case, "inspect")
    act(case, "refund", amount=2580)
    hand = Hand(clara)
    hand.page.goto(f"{address.rpartition('/')[0]}")
    hand.click(clara.locator(".row-link").first)  # B4: as the link of a notice
    assert hand.acts <= 1
    expect(clara.locator(".case-status h2")).to_have_text("Erstattet")
    expect(clara.locator(".case-stage-expected")).to_have_count(0)
    look_at(clara)


def act(case: Ref, step: str, *, words: str = "", **given: int | str) -> None:
    """Anna's next step."""
    cases.take_step(
        actor=ANNA, now=clock.now(), case=case, step=step, key=f"anna-{step}", words=words, given=given
    )
