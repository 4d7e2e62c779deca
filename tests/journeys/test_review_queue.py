"""A1: the first item of the queue is open when it is shown; a key decides, Enter confirms."""

import json
import os

import pytest
from playwright.sync_api import Page, expect

from helpdesk.accounts import actions as accounts
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conduct.models import Review
from helpdesk.conversations import actions as conversations
from helpdesk.deadlines.terms.samples import Scorecard, Standard
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from tests.cast import ANNA, CLARA, EDDA
from tests.conversations.spotted import LOGGED, REFUSED, SALES, WARNED, spotting
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.journeys.sizes import resize
from tests.oversight.samples import drawn_answer, opened
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
            resize(page, width=width, height=900)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                page.screenshot(path=f"{folder}/{name}-{width}-{scheme}.png", full_page=True)
        resize(page, width=1280, height=900)
        page.emulate_media(color_scheme="light")


def decide(item: Ref, decision: str, label: str, key: str = "k") -> None:
    oversight.review_item(
        actor=EDDA,
        now=clock.now(),
        item=item,
        decision=decision,
        labels=[label],
        reason="Bitte bleiben Sie hier.",
        key=key,
    )


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
    expect(edda.locator(".review-words mark").first).to_contain_text(SALES)
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


def test_figures_and_the_quality_of_answers(sign_in: SignIn, asked: Ref) -> None:
    sample, item, clean = drawn_answer(asked), warned(asked), drawn(asked)
    opened(asked)
    decide(item, "violation", "C_PROMO")
    decide(clean, "missed", "A_PHONE", key="clean")
    oversight.judge_sample(
        actor=EDDA,
        now=clock.now(),
        sample=sample,
        judgment="stands",
        key="judged",
        scorecard=Scorecard(reliable=4, complete=2, clear=3, polite=4, standard=Standard.QUESTION_OPEN),
    )
    edda = at_the_queue(sign_in, "en")
    root = edda.url.split("/administrator")[0]
    for language in ("en", "de"):
        accounts.choose_language(actor=EDDA, now=clock.now(), person_id=EDDA.person, language=language)
        for place in ("administrator/figures", f"administrator/quality/{asked.seller_id}"):
            edda.goto(f"{root}/{place}")
            expect(edda.locator("table.numbers").first).to_be_visible()
            for width in (320, 1280):
                resize(edda, width=width, height=900)
                look_at(edda)
            shot(edda, f"{place.split('/')[1]}-{language}")
    edda.goto(f"{root}/administrator/quality")
    look_at(edda)
    anna = sign_in(ANNA)
    anna.goto(f"{root}/seller/quality")
    look_at(anna)
    shot(anna, "quality-shop")


def test_an_answer_that_was_drawn_is_marked(sign_in: SignIn, asked: Ref) -> None:
    sample = drawn_answer(asked)
    opened(asked)
    edda = at_the_queue(sign_in, "en")
    edda.goto(edda.url.replace("/reviews", f"/samples/{sample}"))
    look_at(edda)
    for mark in ("Reliable", "Complete", "Clear", "Polite"):
        edda.get_by_role("radiogroup", name=mark).get_by_role("radio", name="3").check()
    shot(edda, "scorecard")
    edda.get_by_role("button", name="It stands").click()
    expect(edda.get_by_role("status")).to_contain_text("Your decision is on record.")
