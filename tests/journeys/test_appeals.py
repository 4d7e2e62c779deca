"""A violation, a warning, a restriction, an appeal, and what was taken is given back: in a real browser."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from helpdesk.accounts import actions as accounts
from helpdesk.conduct.terms import Label
from helpdesk.enforcement.terms import MeasureKind
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from tests.cast import ANNA, FELIX
from tests.enforcement.appealed import JONAS
from tests.enforcement.told import IRIS, Tale, restricted
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.past import Present
from tests.shops import Shops

pytestmark = pytest.mark.journey

WORDS = {
    "pl": "To był numer kuriera, o który prosił Kupujący.",
    "de": "Das war die Nummer des Kuriers, nach der der Käufer fragte.",
}
BACK = {
    "pl": "Decyzja była błędna i zostaje cofnięta",
    "de": "Die Entscheidung war falsch und wird zurückgenommen",
}


@pytest.mark.parametrize("language", ["pl", "de"])
def test_from_a_violation_to_a_warning_to_a_limit_and_back(
    present: Present, shops: Shops, sign_in: SignIn, language: str
) -> None:
    tale = Tale(shops)
    accounts.enrol_person(actor=SYSTEM, now=tale.now, id=JONAS.person, display_name=JONAS.name, language="en")
    accounts.grant_role(actor=SYSTEM, now=tale.now, person_id=JONAS.person, role=Role.COMPLIANCE)
    accounts.choose_language(actor=ANNA, now=tale.now, person_id=ANNA.person, language=language)
    tale.warned_for(Label.PHONE)  # the first point is a notice
    tale.found(Label.PHONE)
    tale.follow()
    present.set(tale.later())
    decide(sign_in(FELIX), MeasureKind.WARNING)
    tale.now = clock.now()
    tale.found(Label.PHONE)
    tale.follow()
    present.set(tale.later(timedelta(minutes=1)))
    decide(sign_in(IRIS), MeasureKind.MESSAGING_LIMIT)
    present.set(tale.later(timedelta(minutes=1)))
    assert restricted(tale.now) == ["messaging"]
    anna = sign_in(ANNA)
    appeal(anna, WORDS[language])
    present.set(tale.later(timedelta(minutes=1)))
    assert restricted(tale.now) == [], "it stands still"
    reverse(sign_in(JONAS))
    present.set(tale.later(timedelta(days=1)))
    assert restricted(tale.now) == []
    anna.reload()
    expect(anna.locator("main")).to_contain_text(BACK[language])
    look_at(anna)


def decide(desk: Page, kind: MeasureKind) -> None:
    """Somebody of compliance approves what is proposed."""
    go(desk, "/administrator/enforcement")
    desk.locator("a[href*='/enforcement/proposals/']").first.click()
    approving = desk.locator("form[action$='/approvals']")
    expect(approving.locator("select[name=measure]")).to_have_value(kind.value)
    approving.locator("textarea").fill("Buyers got a telephone number although this had been pointed out.")
    approving.locator("button:not([formaction])").click()
    expect(desk.get_by_role("status").first).to_be_visible()


def appeal(page: Page, words: str) -> None:
    """Anna reads why, appeals, and asks that it stands still."""
    go(page, "/seller/measures")
    page.locator(".row-link").first.click()
    look_at(page)
    page.locator("a[href$='/appeal']").first.click()
    page.get_by_role("textbox").fill(words)
    page.locator("input[name=stay]").check()
    look_at(page)
    page.locator("form[action$='/appeals'] button").click()
    expect(page.get_by_role("status")).to_be_visible()
    expect(page.locator("main")).to_contain_text(words)


def reverse(desk: Page) -> None:
    """Jonas, who decided nothing of it, takes it back, with the violation."""
    go(desk, "/administrator/appeals")
    desk.locator(".row-link").first.click()
    desk.locator("input[value=reversed]").check()
    desk.locator("input[name=take_back]").first.check()
    desk.get_by_role("textbox").fill("The courier's number may be given.")
    desk.locator("form[action$='/settlements'] button").click()
    expect(desk.get_by_role("status")).to_be_visible()
    look_at(desk)


def go(page: Page, path: str) -> None:
    """To an address of ours."""
    page.goto("/".join(page.url.split("/")[:3]) + path)
