"""A1: the first item of the queue is open when it is shown; a key decides, Enter confirms, the next one opens."""

import json
import os

import pytest
from playwright.sync_api import Page, expect

from helpdesk.accounts import actions as accounts
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conduct.models import Review
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.cast import CLARA, EDDA
from tests.conversations.spotted import LOGGED, REFUSED, WARNED, spotting
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.oversight.waiting import asked_for, drawn, warned
from tests.shops import Shops

__all__ = ["spotting"]
pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("spotting")]
QUESTION = "Kommt die Dichtung vor Freitag an?"


@pytest.fixture
def asked(shops: Shops) -> Ref:
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=QUESTION, key="clara"
    )
    return posted.conversation


def at_the_queue(sign_in: SignIn, language: str) -> Page:
    accounts.choose_language(actor=EDDA, now=clock.now(), person_id=EDDA.person, language=language)
    edda = sign_in(EDDA)
    edda.goto(edda.url.split("/administrator")[0] + "/administrator/reviews")
    return edda


def shot(page: Page, name: str) -> None:
    if folder := os.environ.get("SHOTS"):
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                page.screenshot(path=f"{folder}/{name}-{width}-{scheme}.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")


def decisions() -> list[str]:
    with acting(SYSTEM):
        return list(Review.objects.order_by("at").values_list("decision", flat=True))


def readings() -> list[Entry]:
    with acting(SYSTEM):
        return list(Entry.objects.filter(kind="reading"))


@pytest.mark.parametrize("language", ["en", "pl"])
def test_a1_a_flagged_message_is_decided_in_two_acts(sign_in: SignIn, asked: Ref, language: str) -> None:
    item = warned(asked, text=f"{WARNED} {LOGGED}")
    warned(asked, key="another")
    edda = at_the_queue(sign_in, language)
    expect(edda.locator(".review-words mark").first).to_contain_text("⟦sales⟧")
    (reading,) = readings()
    assert json.loads(bytes(reading.leaf))["ref"] == [["reviews", str(item.id)]]
    look_at(edda)
    shot(edda, f"queue-{language}")
    hand = Hand(edda)
    hand.press("v")
    expect(edda.locator("#reason")).to_be_visible()
    look_at(edda)
    shot(edda, f"ruling-{language}")
    hand.press("Enter")
    expect(edda.get_by_role("status")).to_be_visible()
    assert (hand.acts, decisions()) == (2, ["violation"])
    expect(edda.locator(".review-words mark")).to_have_count(1)  # the next one is open
    shot(edda, f"next-{language}")


def test_a_mouse_decides_in_two_clicks(sign_in: SignIn, asked: Ref) -> None:
    asked_for(asked)
    edda = at_the_queue(sign_in, "en")
    expect(edda.locator(".review-words")).to_contain_text(REFUSED)
    hand = Hand(edda)
    hand.click(edda.get_by_label("Fine"))
    hand.click(edda.get_by_role("button", name="Confirm"))
    expect(edda.get_by_role("heading", name="Nothing waits for a decision")).to_be_visible()
    assert (hand.acts, decisions()) == (2, ["fine"])
    look_at(edda)
    shot(edda, "empty")


def test_a_sample_is_read_in_two_acts_and_the_keys_can_be_switched_off(sign_in: SignIn, asked: Ref) -> None:
    drawn(asked)
    edda = at_the_queue(sign_in, "en")
    look_at(edda)
    shot(edda, "sample")
    edda.keyboard.press("?")
    edda.get_by_label("Single keys work while I am not typing").uncheck()
    look_at(edda)
    edda.get_by_role("button", name="Close").click()
    edda.keyboard.press("f")
    expect(edda.get_by_label("Nothing missed")).not_to_be_checked()
    edda.get_by_role("radio", name="Missed v").check()
    edda.get_by_label("Phone number").check()
    look_at(edda)
    shot(edda, "missed")
    edda.get_by_role("button", name="Confirm").click()
    expect(edda.get_by_role("heading", name="Nothing waits for a decision")).to_be_visible()
