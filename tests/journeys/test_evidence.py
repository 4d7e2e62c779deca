"""A2: a thread for a court. From the desk to the file in three clicks; then it verifies itself, offline."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import settings
from playwright.sync_api import Browser, expect

from helpdesk.archive import actions as archive
from helpdesk.archive.queries import log_keys, receipt_vkeys
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from tests.cast import ANNA, CLARA, EDDA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.shops import Shops

pytestmark = pytest.mark.journey

QUESTION = "Passt die Dichtung mit 8 mm?"
ANSWER = "Tak, pasuje do grupy E61."


@pytest.fixture
def opened(shops: Shops, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ref:
    """A question and its answer in a signed log; Edda has said why she reads them."""
    for folder in ("log_folder", "guard_folder"):
        monkeypatch.setattr(settings.HELPDESK, folder, tmp_path / folder)
    asked = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=QUESTION, key="1"
    )
    file = asked.conversation
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=file, draft=ANSWER, key="1")
    oversight.open_file(actor=EDDA, now=clock.now(), conversation=file, reason="legal_request", key="1")
    while archive.number_entries(actor=SYSTEM, now=clock.now()):
        pass
    archive.publish_log(actor=SYSTEM, now=clock.now())
    return file


def verdict(folder: Path, *keys: str) -> int:
    """What verify.py says, with nothing of ours within reach."""
    trusted = [part for key in keys for part in ("--key", key)]
    program = [sys.executable, "-I", "-S", str(folder / "verify.py"), str(folder), *trusted]
    done = subprocess.run(program, env={}, cwd=folder, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode


def test_from_the_desk_to_the_proof(sign_in: SignIn, opened: Ref, browser: Browser, tmp_path: Path) -> None:
    edda = sign_in(EDDA)
    hand = Hand(edda)
    hand.click(edda.locator(f"main a[href='/administrator/files/{opened}']").first)
    hand.click(edda.get_by_role("link", name="Evidence package"))
    look_at(edda)
    with edda.expect_download() as downloading:
        hand.click(edda.get_by_role("button", name="Download the package"))
    assert hand.acts == 3
    package = tmp_path / "evidence.zip"
    downloading.value.save_as(package)
    with ZipFile(package) as file:
        file.extractall(tmp_path / "evidence")
    keys = [*log_keys(), *receipt_vkeys()]
    assert verdict(tmp_path / "evidence", *keys) == 0
    assert verdict(tmp_path / "evidence") == 3
    _verified_offline(browser, tmp_path / "evidence" / "verify.html", package, keys)


def _verified_offline(browser: Browser, page_file: Path, package: Path, keys: list[str]) -> None:
    context = browser.new_context(offline=True, locale="en-GB")
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.locator("#keys").fill("\n".join(keys))
    page.set_input_files("#file", package)
    expect(page.locator("#verdict")).to_have_text("WHOLE", ignore_case=True)
    expect(page.locator("#result")).to_contain_text("2 entries")
    context.close()


def test_with_a_name_kept_back_it_is_whole_as_well(sign_in: SignIn, opened: Ref, tmp_path: Path) -> None:
    edda = sign_in(EDDA)
    edda.goto(f"{edda.url.split('/administrator')[0]}/administrator/files/{opened}")
    hand = Hand(edda)
    hand.click(edda.get_by_role("link", name="Evidence package"))
    hand.click(edda.get_by_role("checkbox", name="The Buyer's name"))
    with edda.expect_download() as downloading:
        hand.click(edda.get_by_role("button", name="Download the package"))
    assert hand.acts == 3
    package = tmp_path / "evidence.zip"
    downloading.value.save_as(package)
    with ZipFile(package) as file:
        assert b"Clara" not in file.read("conversation.json")
        file.extractall(tmp_path / "evidence")
    assert verdict(tmp_path / "evidence", *log_keys(), *receipt_vkeys()) == 0


def test_either_side_saves_its_own(sign_in: SignIn, opened: Ref, tmp_path: Path) -> None:
    for actor, thread, link, button in (
        (CLARA, f"/buyer/conversations/{opened}", "Als Beweis speichern", "Paket herunterladen"),
        (ANNA, f"/seller/conversations/{opened}", "Zapisz jako dowód", "Pobierz pakiet"),
    ):
        page = sign_in(actor)
        page.goto("/".join(page.url.split("/")[:3]) + thread)
        page.get_by_role("link", name=link).click()
        look_at(page)
        with page.expect_download() as downloading:
            page.get_by_role("button", name=button).click()
        downloading.value.save_as(tmp_path / f"{actor.name}.zip")
        with ZipFile(tmp_path / f"{actor.name}.zip") as file:
            file.extractall(tmp_path / actor.name)
        assert verdict(tmp_path / actor.name, *log_keys(), *receipt_vkeys()) == 0
