"""A buyer asks abroad before a holiday, the seller answers after it, the administrator verifies."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from helpdesk.kernel.actor import Actor
from tests.cast import ANNA, CLARA, DMITRI, DMITRIS_SHOP, EDDA, HANIA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.past import Present
from tests.shops import Shops, order

pytestmark = pytest.mark.journey


@dataclass(frozen=True, kw_only=True)
class Story:
    """Who asks whom about which order, and what the buyer is promised, word for word."""

    buyer: Actor
    seller: Actor
    number: str
    asked_at: datetime
    answered_at: datetime
    question: str
    promise: str
    answer: str
    answered: str


CHRISTMAS = Story(
    buyer=HANIA,
    seller=DMITRI,
    number="D-2002",
    asked_at=datetime(2026, 12, 24, 17, 0, tzinfo=UTC),
    answered_at=datetime(2026, 12, 28, 9, 0, tzinfo=UTC),
    question="Czy lampa działa z żarówką E27?",
    promise=(
        "Odpowiedź najpóźniej w poniedziałek, 28 grudnia, do godz. 18:00."
        " Piątek, 25 grudnia, jest w Niemczech dniem wolnym od pracy."
    ),
    answer="Tak, do 60 W. Wesołych Świąt!",
    answered="28 gru 2026, 10:00",
)
INDEPENDENCE = Story(
    buyer=CLARA,
    seller=ANNA,
    number="A-1001",
    asked_at=datetime(2026, 11, 10, 17, 0, tzinfo=UTC),
    answered_at=datetime(2026, 11, 12, 9, 0, tzinfo=UTC),
    question="Passt die Dichtung in eine Maschine von 2019?",
    promise=(
        "Antwort bis Donnerstag, 12. November, 18:00 Uhr."
        " Mittwoch, 11. November, ist in Polen Feiertag und zählt nicht."
    ),
    answer="Ja, sie passt.",
    answered="12. Nov. 2026, 10:00",
)


@pytest.mark.parametrize("story", [CHRISTMAS, INDEPENDENCE], ids=["in Polish", "in German"])
def test_a_question_over_a_holiday(present: Present, shops: Shops, sign_in: SignIn, story: Story) -> None:
    order(DMITRIS_SHOP, "D-2002", HANIA, "pl")
    present.set(story.asked_at)
    buyer = sign_in(story.buyer, width=390)
    assert asks(buyer, story) <= 3

    present.set(story.answered_at)
    seller = sign_in(story.seller)
    assert answers(seller, story) <= 2

    buyer.reload()
    expect(buyer.locator(".promise")).to_contain_text(story.answered)
    expect(buyer.locator(".entry-text").last).to_have_text(story.answer)
    look_at(buyer)
    assert verifies(sign_in(EDDA), story) <= 6


def asks(page: Page, story: Story) -> int:
    """From the list of orders to the promise, in its exact words."""
    hand = Hand(page)
    hand.click(page.locator(".row", has_text=story.number).locator(".row-link"))
    look_at(page)
    hand.click(page.get_by_role("textbox"))
    hand.type(story.question)
    hand.click(page.locator(".composer button[type=submit]").first)
    expect(page.get_by_role("status").first).to_be_visible()
    assert story.promise in " ".join(page.locator(".promise").inner_text().split())
    look_at(page)
    return hand.acts


def answers(page: Page, story: Story) -> int:
    """The most urgent message is open in the inbox already."""
    expect(page.locator(".record").get_by_text(story.question)).to_be_visible()
    look_at(page)
    hand = Hand(page)
    hand.click(page.get_by_role("textbox"))
    hand.type(story.answer)
    hand.press("Control+Enter")
    expect(page.get_by_role("status").first).to_be_visible()
    look_at(page)
    return hand.acts


def verifies(page: Page, story: Story) -> int:
    """Find the file, give a reason, read, verify."""
    hand = Hand(page)
    hand.click(page.get_by_role("searchbox"))
    hand.type(story.number)
    hand.press("Enter")
    hand.click(page.get_by_role("link", name=story.number))
    hand.click(page.get_by_role("radio", name="Complaint"))
    hand.click(page.get_by_role("button", name="Open the file and leave this trace"))
    expect(page.locator(".entry-text")).to_have_text([story.question, story.answer])
    hand.click(page.get_by_role("button", name="Verify this file"))
    expect(page.get_by_role("status").first).to_contain_text("2 entries, all whole and unchanged")
    look_at(page)
    return hand.acts
