"""A3: is the record whole? One click; a spoilt byte is red; the way of an entry is drawn."""

from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import expect

from helpdesk.archive import actions as archive
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from tests.cast import CLARA, EDDA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.oversight.tampering import spoil
from tests.shops import Shops

pytestmark = pytest.mark.journey
QUESTION = "Ist die 8-mm-Dichtung die richtige?"


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log and a guard of the journey's own."""
    monkeypatch.setattr(settings.HELPDESK, "log_folder", tmp_path / "log")
    monkeypatch.setattr(settings.HELPDESK, "guard_folder", tmp_path / "guard")


def test_one_click_says_whether_the_record_is_whole(sign_in: SignIn, shops: Shops) -> None:
    asked = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=QUESTION, key="asked"
    )
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.publish_log(actor=SYSTEM, now=clock.now())

    edda = sign_in(EDDA)
    edda.get_by_role("link", name="Integrity").first.click()
    hand = Hand(edda)
    hand.click(edda.get_by_role("button", name="Verify now"))
    expect(edda.locator(".seal-whole")).to_be_visible()
    assert hand.acts == 1
    look_at(edda)

    edda.locator("#entry").fill("1")
    edda.get_by_role("button", name="Draw").click()
    expect(edda.locator(".climb-drawing")).to_be_visible()
    expect(edda.locator("main")).not_to_contain_text(QUESTION)
    look_at(edda)

    spoil(asked.conversation)
    edda.get_by_role("link", name="Integrity").first.click()
    edda.get_by_role("button", name="Verify again now").click()
    expect(edda.locator(".seal-broken")).to_be_visible()
    expect(edda.locator(".seal .faults")).to_contain_text("A-1001")
    look_at(edda)


def test_a_file_is_dropped_where_files_are_taken(sign_in: SignIn, shops: Shops, tmp_path: Path) -> None:
    file = tmp_path / "receipt.json"
    file.write_text("{}")
    edda = sign_in(EDDA)
    edda.get_by_role("link", name="Integrity").first.click()
    edda.locator("#file").set_input_files(file)
    edda.get_by_role("button", name="Verify", exact=True).click()
    expect(edda.get_by_role("alert")).to_contain_text("This is no receipt.")
    look_at(edda)
