"""A guarantee, in English, from first word to last: repaired, sent back and forth, and found in order."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from helpdesk.accounts import actions as accounts
from helpdesk.archive.database.scope import acting
from helpdesk.cases import queries
from helpdesk.cases.terms.deeds import CaseShown
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Offer
from tests.cases.told import deliver
from tests.cast import ANNA, CLARA, PLATFORM
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.journeys.visitors import PHONE
from tests.past import Present
from tests.shops import Shops

pytestmark = pytest.mark.journey

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
MOST = 2  # clicks or keys for each step of the shop: S3
THERE, BACK = "00340434161094042557", "1Z999AA10123456784"


class Course:
    """Clara's guarantee, an hour between two deeds."""

    def __init__(self, present: Present, clara: Page, anna: Page) -> None:
        self.present, self.now = present, MONDAY
        self.clara, self.anna = clara, anna
        [one] = queries.cases_of(actor=ANNA, now=MONDAY, limit=2)
        self.case, self.number = one.ref, one.number

    @property
    def shown(self) -> CaseShown:
        """As it stands."""
        return queries.case_of(actor=ANNA, now=self.now, case=self.case)

    def later(self, hours: int = 1) -> None:
        """Time goes on."""
        self.now += timedelta(hours=hours)
        self.present.set(self.now)

    def desk(self) -> Hand:
        """The number is typed where the focus is, and the case opens on its next step."""
        self.anna.goto(at(self.anna, "seller", "cases"))
        hand = Hand(self.anna)
        hand.type(self.number)
        hand.press("Enter")
        self.anna.wait_for_url(f"**/seller/cases/{self.case}")
        return hand

    def press(self, *, leads_to: str, typed: str = "") -> None:
        """The shop's next step, with a parcel's number where one is needed."""
        hand = self.desk()
        if typed:
            hand.type(typed)
            expect(self.anna.locator(".case-act").first.locator("[name=carrier]")).not_to_have_value("")
        self.later()
        hand.press("Enter")
        self.anna.wait_for_url("**done=*")
        assert (self.shown.stage, hand.acts <= MOST) == (leads_to, True)

    def goes_to(self) -> None:
        """The Buyer looks at it."""
        self.later()
        self.clara.goto(at(self.clara, "buyer", f"cases/{self.case}"))


def at(page: Page, side: str, path: str) -> str:
    """An address of the same server."""
    return f"{page.url.split(f'/{side}/')[0]}/{side}/{path}"


def form(page: Page, step: str) -> Locator:
    """The form of a step."""
    return page.locator(f"form.case-act:has([name=step][value={step}])")


def bought(order: Ref) -> None:
    """Its offer came with the producer's guarantee, and the goods came last week."""
    with acting(PLATFORM):
        Offer.objects.update(guarantee={"giver": "producer", "months": 24})
    deliver(order, CLARA, at=MONDAY - timedelta(days=4))


def opened(page: Page, order: Ref) -> None:
    """Clara uses the guarantee: a tile, a wish, sent."""
    page.goto(at(page, "buyer", f"orders/{order}"))
    hand = Hand(page)
    hand.click(page.locator(".tile[href*=guarantee]"))
    expect(page.locator("main")).to_contain_text("rights stay")
    look_at(page)
    hand.click(page.locator("[name=wanted][value=repair]"))
    page.locator("#text").fill("It drips since Sunday.")
    hand.click(page.locator("[data-send]"))
    expect(page.locator(".case-turn")).to_contain_text("Waiting for the Seller")
    assert hand.acts <= 5


def test_a_guarantee_is_used_from_opening_to_closing(present: Present, shops: Shops, sign_in: SignIn) -> None:
    present.set(MONDAY)
    for one in (ANNA, CLARA):
        accounts.choose_language(actor=one, now=MONDAY, person_id=one.person, language="en")
    bought(shops.claras_order)
    clara = sign_in(CLARA, width=PHONE)
    opened(clara, shops.claras_order)
    course = Course(present, clara, sign_in(ANNA))
    assert course.shown.kind == "warranty"

    tells_of_the_choice(course)
    accepts(course)

    course.goes_to()
    expect(clara.locator(".record")).to_contain_text("the goods will be repaired")
    sends(course)

    course.press(leads_to="starting")
    course.press(leads_to="working")
    course.press(leads_to="completed")
    course.press(leads_to="dispatched", typed=BACK)
    expect(course.anna.locator(".entry-case").last).to_contain_text(f"with UPS, number {BACK}")

    course.later(48)
    course.goes_to()
    look_at(clara)
    hand = Hand(clara)
    hand.click(form(clara, "confirm").locator(".case-press button"))
    clara.wait_for_url("**done=*")
    assert (course.shown.stage, course.shown.outcome, hand.acts) == ("done", "done", 1)
    expect(clara.locator(".case-stage-expected")).to_have_count(0)
    look_at(clara)


def tells_of_the_choice(course: Course) -> None:
    """No repair before the Buyer knows: the acceptance of one is refused, and what was typed is kept."""
    hand = course.desk()
    accept = form(course.anna, "accept")
    course.later()
    hand.click(accept.locator(".case-fields button"))
    expect(course.anna.locator("#refusal")).to_contain_text("tell the Buyer of the choice")
    expect(accept.locator("[name=remedy][value=repair]")).to_be_checked()
    look_at(course.anna)
    assert course.shown.stage == "made"
    hand.click(form(course.anna, "repair_notice").locator(".case-press button"))
    course.anna.wait_for_url("**done=*")


def accepts(course: Course) -> None:
    """The wished remedy is chosen already."""
    hand = course.desk()
    course.later()
    hand.click(form(course.anna, "accept").locator(".case-fields button"))
    course.anna.wait_for_url("**done=*")
    assert (course.shown.stage, hand.acts) == ("to_send", MOST)


def sends(course: Course) -> None:
    """She hands it to the carrier."""
    send = form(course.clara, "send")
    hand = Hand(course.clara)
    hand.click(send.locator("summary"))
    send.locator("[name=tracking]").fill(THERE)
    send.locator("[name=carrier]").fill("DHL")
    hand.click(send.locator(".case-fields button"))
    course.clara.wait_for_url("**done=*")
    assert (course.shown.stage, hand.acts) == ("sent", MOST)
