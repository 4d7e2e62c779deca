"""The main job: a buyer asks, the seller answers, the administrator verifies; strangers see nothing."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.shops import Shops

pytestmark = pytest.mark.journey

QUESTION = "Guten Tag, passt die 8-mm-Dichtung?\nUnd kommt sie vor Freitag an?"
ANSWER = "Guten Tag Clara,\n\nja, sie passt und ist morgen bei Ihnen.\n\nViele Grüße\nAnna"


def test_a_question_is_answered_and_verified(sign_in: SignIn, shops: Shops) -> None:
    clara = sign_in(CLARA)
    ask_about(clara, "Dichtung 8 mm", QUESTION, order="A-1001")

    anna = sign_in(ANNA)
    look_at(anna)
    first = anna.locator(".rows").first.locator(".row").first
    expect(first).to_contain_text("Clara")
    expect(first).to_contain_text("A-1001")
    expect(first.locator(".due")).to_contain_text("Zostało")
    expect(first.get_by_role("img")).to_be_visible()
    answer_first(anna, ANSWER)
    expect(anna.get_by_role("heading", name="Nikt na Ciebie nie czeka")).to_be_visible()
    look_at(anna)

    clara.reload()
    expect(clara.locator(".promise")).not_to_contain_text("Antwort bis")
    expect(clara.locator(".entry-text").last).to_have_text(ANSWER)
    assert clara.locator(".entry-text").last.inner_text() == ANSWER
    look_at(clara)

    verify_file(sign_in(EDDA), "A-1001")
    for stranger in (DMITRI, HANIA):
        is_shut_out(sign_in(stranger), ref_in(clara.url))


def ask_about(page: Page, title: str, question: str, *, order: str) -> None:
    """From the list of orders to the promise of an answer."""
    look_at(page)
    row = page.locator(".row", has_text=order)
    row.get_by_role("link", name=title).click()
    look_at(page)
    page.get_by_role("textbox").fill(question)
    page.get_by_role("button", name="Frage senden").click()
    expect(page.get_by_role("status").first).to_contain_text("Gesendet.")
    expect(page.locator(".promise")).to_contain_text("Antwort bis")
    assert page.locator(".entry-text").inner_text() == question
    look_at(page)


def answer_first(page: Page, answer: str) -> None:
    """In the inbox, where the most urgent conversation lies open, by keyboard alone."""
    page.keyboard.press("r")
    expect(page.get_by_role("textbox")).to_be_focused()
    page.keyboard.insert_text(answer)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status").first).to_contain_text("Wysłano do: Clara")
    look_at(page)


def verify_file(page: Page, number: str) -> None:
    """Find the file, give a reason, read, verify."""
    look_at(page)
    page.get_by_role("searchbox").fill(number)
    page.get_by_role("button", name="Find").click()
    look_at(page)
    expect(page.locator("main")).not_to_contain_text("passt")
    page.get_by_role("link", name=number).click()
    expect(page.locator("main")).not_to_contain_text("passt")
    look_at(page)
    page.get_by_role("radio", name="Complaint").check()
    page.get_by_role("button", name="Open the file and leave this trace").click()
    expect(page.locator(".entry-text")).to_have_count(2)
    page.get_by_role("button", name="Verify this file").click()
    expect(page.get_by_role("status")).to_contain_text("2 entries, all whole and unchanged")
    look_at(page)


def ref_in(url: str) -> str:
    """The conversation's public id in an address."""
    found = re.search(r"/conversations/(\w{31})", url)
    assert found
    return found[1]


def is_shut_out(page: Page, ref: str) -> None:
    """Not theirs and not there look the same, on every side's door."""
    start = page.url.rsplit("/", 2)[0]
    for place in ("buyer/conversations", "seller/conversations", "administrator/files"):
        answer = page.goto(f"{start}/{place}/{ref}")
        assert answer is not None
        assert answer.status == 404
        expect(page.locator("main")).not_to_contain_text("Dichtung")
    look_at(page)
