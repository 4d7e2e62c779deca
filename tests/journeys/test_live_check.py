"""The live check: words are underlined while they are written, and the text goes once they are gone."""

import pytest
from playwright.sync_api import Page, expect

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.models import Attempt
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, EDDA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.shops import Shops

pytestmark = pytest.mark.journey
QUESTION = "Passt die Dichtung?"


@pytest.fixture
def asked(shops: Shops) -> Ref:
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=QUESTION, key="clara"
    )
    return posted.conversation


def underlined(page: Page) -> list[str]:
    return page.locator(".written-under mark").all_inner_texts()


def test_a_polish_seller_is_told_while_she_writes(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    box = anna.locator("textarea#text")
    box.press_sequentially("Tak, pasuje 🙂 Proszę pisać na anna.nowak@poczta.pl w razie pytań.")
    remark = anna.locator(".remark")
    expect(remark).to_contain_text("adres e-mail")
    assert underlined(anna) == ["anna.nowak@poczta.pl"]
    expect(anna.locator("[data-remarked]")).to_have_text("1 uwaga do Twojej wiadomości")
    look_at(anna)

    remark.get_by_role("button", name="anna.nowak@poczta.pl").click()  # it selects the words in the text
    anna.keyboard.type("Helpdesku")
    expect(remark).to_have_count(0)
    assert underlined(anna) == []
    anna.keyboard.press("Control+Enter")
    expect(anna.get_by_role("heading", name="Nikt na Ciebie nie czeka")).to_be_visible()
    with acting(EDDA):
        assert not Attempt.objects.exists()  # a text that was changed in time is no attempt


def test_a_german_buyer_learns_where_a_number_belongs(sign_in: SignIn, shops: Shops) -> None:
    clara = sign_in(CLARA)
    clara.goto(f"{clara.url.split('/buyer')[0]}/buyer/orders/{shops.claras_order}")
    clara.locator("textarea#text").press_sequentially("Der Fahrer kann mich anrufen: 0171 2345678")
    expect(clara.locator(".remark")).to_contain_text("Lieferangaben")
    assert underlined(clara) == ["0171 2345678"]
    look_at(clara)

    clara.get_by_role("button", name="Frage senden").click()
    expect(clara.locator("#refusal")).to_be_visible()
    expect(clara.locator("textarea#text")).to_have_value("Der Fahrer kann mich anrufen: 0171 2345678")
    clara.get_by_role("button", name="Um Prüfung bitten").click()
    expect(clara.get_by_role("heading", name="Eine Person prüft es")).to_be_visible()
    look_at(clara)
    with acting(EDDA):
        assert Attempt.objects.exclude(check_at=None).count() == 1
