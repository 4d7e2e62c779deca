"""The buyer's questions: ticked while the answer is written, or left for later; a tap says what is open."""

import pytest
from playwright.sync_api import Page, expect

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.models import Tick
from helpdesk.deadlines.models import Obligation
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, EDDA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.shops import Shops

pytestmark = pytest.mark.journey
QUESTIONS = "Mit wie viel Volt läuft das Gerät? Wann wird es verschickt?"


@pytest.fixture
def asked(shops: Shops) -> Ref:
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=QUESTIONS, key="clara"
    )
    return posted.conversation


def ticked(page: Page) -> list[str]:
    """What is ticked of each question, in order; nothing where nothing is."""
    rows = page.locator("[data-question]")
    return [
        row.locator("input:checked").input_value() if row.locator("input:checked").count() else ""
        for row in rows.all()
    ]


def is_open() -> bool:
    with acting(EDDA):
        return Obligation.objects.filter(answered_at=None).exists()


def test_a_polish_seller_answers_one_and_leaves_one_for_later(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    expect(anna.locator("[data-questions] legend")).to_have_text("2 pytania czekają na Twoją odpowiedź")
    assert ticked(anna) == ["", ""]
    anna.locator("textarea#text").press_sequentially("Das Gerät läuft mit 230 Volt.")
    expect(anna.locator("[data-question] input[value=answered]").first).to_be_checked()
    assert ticked(anna) == ["answered", ""]
    expect(anna.locator(".remark")).to_have_count(0)  # the list says it

    anna.locator("[data-question]").nth(1).get_by_label("Później").check()
    expect(anna.locator(".questions-later")).to_be_visible()
    look_at(anna)
    with anna.expect_response(lambda answer: answer.url.endswith("/checks")):
        anna.locator("textarea#text").press_sequentially(" Wir verschicken es morgen.")
    assert ticked(anna) == ["answered", "later"]  # the author's own tick counts

    anna.get_by_role("button", name="Wyślij i zostań").click()
    expect(anna.locator(".told")).to_contain_text("Później")
    expect(anna.locator("[data-question]")).to_have_count(1)
    assert is_open()
    look_at(anna)


def test_a_german_buyer_names_what_is_still_open(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    anna.locator("textarea#text").fill("Das Gerät läuft mit 230 Volt.")
    for row in anna.locator("[data-question]").all():
        row.get_by_label("Z odpowiedzią").check()
    anna.get_by_role("button", name="Wyślij i zostań").click()
    expect(anna.locator(".told")).to_be_visible()
    assert not is_open()

    clara = sign_in(CLARA)
    clara.goto(f"{clara.url.split('/buyer')[0]}/buyer/conversations/{asked}")
    look_at(clara)
    clara.get_by_role("button", name="Vollständig").click()
    expect(clara.locator(".told-how")).to_contain_text("vollständig beantwortet")
    clara.get_by_label("Wann wird es verschickt?").check()
    clara.get_by_role("button", name="Teilweise").click()
    expect(clara.locator(".told")).to_contain_text("noch offen")
    assert is_open()
    look_at(clara)
    with acting(EDDA):
        assert list(Tick.objects.order_by("at").values_list("how", flat=True)) == [None, "complete", "partly"]
