"""The clock between two people: a note, a mark with an objection, an answer that was none."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from helpdesk.accounts.models import Person
from helpdesk.conversations import actions as conversations
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.past import Present
from tests.shops import Shops

pytestmark = pytest.mark.journey

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)  # a Monday
HOLDING = "Sprawdzimy to i wrócimy do Pani."
ANSWER = "Pasuje uszczelka 8,5 mm."
WORDS = {
    "en": {
        "holding": "This reads as if the full answer were still to come.",
        "interim": "Send as interim note",
        "full": "Full answer due: Tuesday, 17 November, 10:00",
        "marked": "The shop marked your message as needing no reply: “It only says thanks”",
        "needed": "I do need an answer",
        "needs": "The Buyer does need an answer. Answer due: Tuesday, 17 November, 11:00",
        "no": "No",
        "unanswered": "The Buyer says: not answered. Answer due: Tuesday, 17 November, 12:00",
    },
    "pl": {
        "holding": "To brzmi tak, jakby pełna odpowiedź miała dopiero nadejść.",
        "interim": "Wyślij jako wiadomość wstępną",
        "full": "Termin pełnej odpowiedzi: wtorek, 17 listopada, godz. 10:00",
        "marked": "Sklep oznaczył wiadomość: odpowiedź niepotrzebna („To tylko podziękowanie”)",
        "needed": "Potrzebuję odpowiedzi",
        "needs": "Kupujący potrzebuje odpowiedzi. Termin odpowiedzi: wtorek, 17 listopada, godz. 11:00",
        "no": "Nie",
        "unanswered": (
            "Kupujący: bez odpowiedzi na pytanie. Termin odpowiedzi: wtorek, 17 listopada, godz. 12:00"
        ),
    },
}


@pytest.fixture(params=WORDS)
def words(request: pytest.FixtureRequest, present: Present, shops: Shops) -> dict[str, str]:
    """What both read, each in this language."""
    present.set(NOW)
    for one in (ANNA, CLARA):
        assert Person.objects.filter(id=one.person).update(language=request.param)
    return WORDS[str(request.param)]


@pytest.fixture
def asked(words: dict[str, str], shops: Shops) -> Ref:
    """Clara's question, at ten o'clock on both walls."""
    return conversations.ask_about_order(
        actor=CLARA, now=NOW, order=shops.claras_order, draft="Passt die Dichtung?", key="c"
    ).conversation


def test_a_holding_line_goes_as_an_interim_note(sign_in: SignIn, asked: Ref, words: dict[str, str]) -> None:
    anna = sign_in(ANNA)
    hand = Hand(anna)
    hand.click(anna.locator(".pane-thread #text"))
    hand.type(HOLDING)
    hand.press("Control+Enter")
    expect(anna.locator(".meaning")).to_contain_text(words["holding"])
    expect(anna.locator(".meaning")).to_contain_text(words["full"])
    expect(anna.locator(".pane-thread #text")).to_have_value(HOLDING)
    look_at(anna)
    hand.click(anna.get_by_role("button", name=words["interim"]).first)
    expect(anna.locator(".manner")).to_contain_text(words["full"])
    assert hand.acts <= 3

    clara = thread_of(sign_in(CLARA, width=390), asked)
    expect(clara.locator(".manner")).to_contain_text(words["full"])
    look_at(clara)


def test_no_reply_needed_says_the_shop_but_it_is(
    sign_in: SignIn, present: Present, asked: Ref, words: dict[str, str]
) -> None:
    reply(asked, NOW + timedelta(minutes=5))
    conversations.post_question(
        actor=CLARA, now=NOW + timedelta(minutes=10), conversation=asked, draft="Dann 12 Stück.", key="d"
    )
    present.set(NOW + timedelta(hours=1))
    anna = sign_in(ANNA)
    hand = Hand(anna)
    hand.press("n")
    expect(anna.locator("[data-waive] button").first).to_be_focused()
    look_at(anna)
    hand.press("Enter")
    expect(anna.get_by_role("status").first).to_contain_text("Clara")
    assert hand.acts == 2

    clara = thread_of(sign_in(CLARA, width=390), asked)
    expect(clara.locator(".event")).to_contain_text(words["marked"])
    look_at(clara)
    clara.get_by_role("button", name=words["needed"]).click()
    expect(clara.locator(".promise")).to_contain_text("17")

    anna.goto(anna.url.rsplit("/seller", 1)[0] + f"/seller/conversations/{asked}")
    expect(anna.locator(".promise .ring")).to_be_visible()
    expect(anna.locator(".event").last).to_contain_text(words["needs"].rsplit(",", 1)[0])
    look_at(anna)


def test_this_did_not_answer_my_question(
    sign_in: SignIn, present: Present, asked: Ref, words: dict[str, str]
) -> None:
    reply(asked, NOW + timedelta(minutes=5))
    present.set(NOW + timedelta(hours=2))
    clara = thread_of(sign_in(CLARA, width=390), asked)
    look_at(clara)
    clara.get_by_role("button", name=words["no"], exact=True).click()
    expect(clara.locator(".promise .ring")).to_be_visible()
    expect(clara.locator(".asks")).to_have_count(0)

    anna = sign_in(ANNA)
    expect(anna.locator(".event")).to_contain_text(words["unanswered"])
    look_at(anna)


def thread_of(page: Page, asked: Ref) -> Page:
    """The buyer's page of the thread, by its address."""
    page.goto(page.url.rsplit("/buyer", 1)[0] + f"/buyer/conversations/{asked}")
    return page


def reply(asked: Ref, at: datetime) -> None:
    conversations.post_reply(actor=ANNA, now=at, conversation=asked, draft=ANSWER, key=str(at))
