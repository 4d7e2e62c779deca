"""A return from the Buyer's wish to the refund, in Polish, in the browser on both sides: two acts a step."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from helpdesk.archive.database.scope import acting
from helpdesk.cases import queries
from helpdesk.cases.terms.deeds import CaseShown
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Offer, Order
from tests.cases.told import deliver
from tests.cast import ANNA, CLARA, HANIA, PLATFORM
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.journeys.visitors import PHONE
from tests.past import Present
from tests.shops import Shops

pytestmark = pytest.mark.journey

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
MOST = 2  # clicks or keys for each step: S3
PARCEL = {"carrier": "UPS", "tracking": "1Z999AA10123456784"}


class Course:
    """Hania's return, an hour between two deeds."""

    def __init__(self, present: Present, hania: Page, order: Ref) -> None:
        self.present, self.hania, self.now = present, hania, MONDAY
        self.later()
        self._ask(order)
        [one] = queries.cases_of(actor=ANNA, now=self.now, limit=2)
        self.case = one.ref

    def _ask(self, order: Ref) -> None:
        """She chooses by what happened, and sends it: what she asks for is a return by then."""
        self.hania.goto(self.hania.url.split("/buyer/")[0] + f"/buyer/orders/{order}")
        hand = Hand(self.hania)
        hand.click(self.hania.locator(".tile[href*=changed_mind]"))
        self.hania.get_by_label("Co jest nie tak?").fill("Jednak nie pasuje.")
        look_at(self.hania)
        hand.click(self.hania.locator("[data-send]"))
        expect(self.hania.locator(".case-turn")).to_contain_text("Czeka na Sprzedawcę")
        assert hand.acts <= MOST

    def later(self) -> datetime:
        """The next hour."""
        self.now += timedelta(hours=1)
        self.present.set(self.now)
        return self.now

    @property
    def shown(self) -> CaseShown:
        """As it stands."""
        return queries.case_of(actor=ANNA, now=self.now, case=self.case)

    def send(self) -> None:
        """She hands it to the carrier, and says so."""
        self.later()
        self.hania.goto(self.hania.url.split("/buyer/")[0] + f"/buyer/cases/{self.case}")
        expect(self.hania.locator(".case-turn")).to_contain_text("Twoja kolej")
        form = self.hania.locator(".case-act:has([name=step][value=send])")
        hand = Hand(self.hania)
        hand.click(form.locator("summary"))
        form.locator("[name=tracking]").fill(PARCEL["tracking"])
        form.locator("[name=carrier]").fill(PARCEL["carrier"])
        look_at(self.hania)
        hand.click(form.locator(".case-fields button"))
        self.hania.wait_for_url("**done=*")
        assert (self.shown.stage, hand.acts) == ("sent", MOST)

    def press(self, page: Page, number: str, *, leads_to: str) -> None:
        """A number is typed or scanned where the focus is, and the step has it where the case opens."""
        page.goto(page.url.split("/seller/")[0] + "/seller/cases")
        hand = Hand(page)
        hand.type(number)
        hand.press("Enter")
        page.wait_for_url(f"**/seller/cases/{self.case}")
        look_at(page)
        self.later()
        hand.press("Enter")
        page.wait_for_url("**done=*")
        assert self.shown.stage == leads_to
        assert hand.acts <= MOST


def bought(order: Ref) -> None:
    """It came twenty days ago: the law's days are over, the offer's thirty are not."""
    with acting(PLATFORM):
        Offer.objects.update(return_days=30)
        Order.objects.filter(id=order.id).update(withdrawal_informed_at=MONDAY - timedelta(days=40))
    deliver(order, HANIA, at=MONDAY - timedelta(days=20))


def test_a_return_takes_two_acts_for_each_step(present: Present, shops: Shops, sign_in: SignIn) -> None:
    present.set(MONDAY)
    bought(shops.hanias_order)
    hania = sign_in(HANIA, width=PHONE)
    course = Course(present, hania, shops.hanias_order)
    assert course.shown.kind == "return"
    page = sign_in(ANNA)
    page.locator(".places a", has_text="Sprawy").click()
    expect(page.locator(".row-case")).to_have_count(1)
    look_at(page)
    number = course.shown.number
    course.press(page, number, leads_to="to_send")
    course.send()
    course.press(page, PARCEL["tracking"].lower(), leads_to="received")
    course.press(page, "a-1002", leads_to="inspected")
    course.press(page, number, leads_to="refunded")
    look_at(page)
    hania.goto(hania.url.split("/buyer/")[0] + f"/buyer/cases/{course.case}")
    expect(hania.locator(".case-status")).to_contain_text("Zwrócono pieniądze")
    expect(hania.locator(".entry-case")).to_have_count(6)
    look_at(hania)


def test_news_of_an_order_are_a_press_in_the_buyers_language(
    present: Present, shops: Shops, sign_in: SignIn
) -> None:
    present.set(MONDAY)
    page = sign_in(ANNA)
    page.goto(page.url.split("/seller/")[0] + f"/seller/orders/{shops.claras_order}")
    sent = page.locator("form:has([value=dispatched])")
    hand = Hand(page)
    hand.click(sent.locator("summary"))
    hand.type("1Z999AA10123456784")
    expect(sent.locator("[name=carrier]")).to_have_value("UPS")
    expect(sent.locator("q[lang=de]")).to_contain_text("mit UPS versandt, Nummer 1Z999AA10123456784")
    look_at(page)
    hand.press("Enter")
    expect(page.locator("#updates")).to_contain_text("1Z999AA10123456784")
    assert hand.acts <= MOST
    clara = sign_in(CLARA)
    clara.goto(clara.url.split("/buyer/")[0] + f"/buyer/orders/{shops.claras_order}")
    expect(clara.locator("main")).to_contain_text("1Z999AA10123456784")
