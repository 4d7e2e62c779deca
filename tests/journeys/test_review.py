"""A holding answer that its author stood by: a reviewer opens it from the queue, and judges."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from helpdesk.archive.database.scope import acting
from helpdesk.deadlines.models import Obligation
from helpdesk.kernel.actor import SYSTEM
from tests.cast import ANNA, CLARA, EDDA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.journeys.test_main_job import QUESTION, ask_about, ref_in
from tests.shops import Shops

pytestmark = pytest.mark.journey

HOLDING = "Sprawdzimy to w magazynie i wrócimy do Pani z odpowiedzią."


def test_what_was_stood_by_is_judged_in_two_clicks(sign_in: SignIn, shops: Shops) -> None:
    clara = sign_in(CLARA)
    ask_about(clara, "Dichtung 8 mm", QUESTION, order="A-1001")
    anna = sign_in(ANNA)
    anna.keyboard.press("r")
    anna.keyboard.insert_text(HOLDING)
    anna.keyboard.press("Control+Enter")
    anna.locator("button[name=manner][value=full]").click()
    expect(anna.get_by_role("status").first).to_contain_text("Wysłano do: Clara")

    edda = sign_in(EDDA)
    edda.get_by_role("link", name="Samples").click()
    look_at(edda)
    expect(edda.locator("main")).not_to_contain_text("magazynie")
    hand = Hand(edda)
    hand.click(edda.get_by_role("button", name="Answer that its author stood by"))
    expect(edda.locator(".pair")).to_contain_text("Und kommt sie vor Freitag an?")
    expect(edda.locator(".pair")).to_contain_text(HOLDING)
    look_at(edda)
    hand.click(edda.get_by_role("button", name="The question stays unanswered"))
    expect(edda.get_by_role("status")).to_contain_text("Your decision is on record.")
    expect(edda.get_by_role("heading", name="Nothing to judge")).to_be_visible()
    look_at(edda)
    assert hand.acts == 2

    with acting(SYSTEM):
        found = Obligation.objects.get()
    assert (found.verdict, found.corrected_verdict) == ("met", "unanswered")
    anna.goto(urljoin(anna.url, f"/seller/conversations/{ref_in(clara.url)}"))
    expect(anna.locator(".record")).to_contain_text("pytanie pozostało bez odpowiedzi")
