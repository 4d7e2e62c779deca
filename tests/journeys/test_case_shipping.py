"""A parcel that did not come, in Italian: reported, looked for, sent again, confirmed, all in the browser."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from helpdesk.accounts import actions as accounts
from helpdesk.cases import queries
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cases.told import deliver
from tests.cast import ANNA, CLARA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.journeys.visitors import PHONE
from tests.past import Present
from tests.shops import Shops

pytestmark = pytest.mark.journey

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
MOST = 2  # clicks or keys for each step of the shop: S3
NUMBER = "1Z999AA10123456784"


def at(page: Page, side: str, path: str) -> str:
    """An address of the same server."""
    return f"{page.url.split(f'/{side}/')[0]}/{side}/{path}"


def stage(case: Ref) -> str:
    return queries.case_of(actor=ANNA, now=clock.now(), case=case).stage


def test_a_missing_parcel_is_found_or_sent_again(present: Present, shops: Shops, sign_in: SignIn) -> None:
    present.set(MONDAY)
    for one in (ANNA, CLARA):
        accounts.choose_language(actor=one, now=MONDAY, person_id=one.person, language="it")
    deliver(shops.claras_order, CLARA, at=None, expected_on=MONDAY.date() - timedelta(days=4))
    clara = sign_in(CLARA, width=PHONE)
    clara.goto(at(clara, "buyer", f"orders/{shops.claras_order}"))
    clara.locator(".tile[href*=not_arrived]").click()
    look_at(clara)
    clara.get_by_role("button", name="Apri la pratica").click()
    expect(clara.locator(".case-turn")).to_contain_text("In attesa del Venditore")
    [case] = [one.ref for one in queries.cases_of(actor=ANNA, now=MONDAY, limit=2)]

    anna = sign_in(ANNA)
    hand = opened(anna, "A-1001", case)
    present.set(MONDAY + timedelta(hours=1))
    hand.press("Enter")
    anna.wait_for_url("**done=*")
    assert (stage(case), hand.acts) == ("enquiry", MOST)

    present.set(MONDAY + timedelta(hours=26))
    hand = opened(anna, "A-1001", case)
    hand.type(NUMBER)
    expect(anna.locator(".case-act").first.locator("[name=carrier]")).to_have_value("UPS")
    look_at(anna)
    hand.press("Enter")
    anna.wait_for_url("**done=*")
    assert (stage(case), hand.acts) == ("resent", MOST)
    expect(anna.locator(".entry-case").last).to_contain_text(f"con UPS, numero {NUMBER}")

    present.set(MONDAY + timedelta(hours=70))
    clara.goto(at(clara, "buyer", f"cases/{case}"))
    expect(clara.locator(".case-status")).to_contain_text("Rispedito")
    clara.locator("form:has([name=step][value=confirm]) .case-press button").click()
    clara.wait_for_url("**done=*")
    assert stage(case) == "done"
    look_at(clara)


def opened(page: Page, number: str, case: Ref) -> Hand:
    """The number is typed where the focus is, and the case opens on its next step."""
    page.goto(at(page, "seller", "cases"))
    hand = Hand(page)
    hand.type(number)
    hand.press("Enter")
    page.wait_for_url(f"**/seller/cases/{case}")
    return hand
