"""A file is read before the other side sees it: "being checked" gives way by itself, or to a person."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpdesk.attachments import actions as attachments
from helpdesk.attachments.queries import held_files
from helpdesk.attachments.terms import Gap, Texts
from helpdesk.console.demo import pictures
from helpdesk.kernel import clock
from tests.cast import ANNA, CLARA, EDDA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.portal.uploads import PDF, examine_all
from tests.shops import Shops

pytestmark = pytest.mark.journey


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What lies on somebody's desk."""
    (tmp_path / "IMG_2041.jpg").write_bytes(pictures.file(name="IMG_2041.jpg"))
    (tmp_path / "faktura.pdf").write_bytes(PDF)
    return tmp_path


def send(page: Page, file: Path, *, text: str, verb: str) -> None:
    page.get_by_role("textbox").first.fill(text)
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator(".attached > [data-arrived]")).to_have_count(1)
    page.get_by_role("button", name=verb).click()
    expect(page.locator(".file-card")).to_have_count(1)


def ask(page: Page, file: Path) -> None:
    page.locator(".row", has_text="A-1001").get_by_role("link", name="Dichtung 8 mm").click()
    page.wait_for_load_state()  # what is filled in before a page's first picture may miss its box
    send(page, file, text="Guten Tag, ist das die richtige?", verb="Frage senden")


def test_it_is_shown_as_soon_as_it_was_read(sign_in: SignIn, shops: Shops, folder: Path) -> None:
    clara = sign_in(CLARA, width=390)
    ask(clara, folder / "IMG_2041.jpg")
    anna = sign_in(ANNA)
    expect(anna.locator(".file-card")).to_contain_text("jest sprawdzany")
    expect(anna.locator(".file-open")).to_have_count(0)
    look_at(anna)
    anna.get_by_role("textbox").first.fill("Chwileczkę")
    examine_all()
    expect(anna.locator(".file-open")).to_have_count(1)  # nobody reloads
    expect(clara.locator(".file-open")).to_have_count(1)
    expect(anna.get_by_role("textbox").first).to_have_value("Chwileczkę")
    expect(anna.locator("[data-awaited='']")).to_have_count(1)  # it looks no more
    anna.locator(".file-open").click()
    expect(anna.get_by_role("dialog", name="IMG_2041.jpg").get_by_role("img")).to_be_visible()


def test_it_waits_for_a_person_who_lets_it_through(
    sign_in: SignIn, shops: Shops, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clara = sign_in(CLARA)
    ask(clara, folder / "IMG_2041.jpg")
    anna = sign_in(ANNA)
    unread = Texts(gaps=frozenset({Gap.TIME}))
    monkeypatch.setattr("helpdesk.conversations.queries.file_verdict.texts_of", lambda **_: unread)
    examine_all()
    expect(anna.locator(".file-card")).to_contain_text("sprawdza go człowiek")
    expect(clara.locator(".file-name, .file-card")).to_contain_text("IMG_2041.jpg")
    look_at(anna)
    look_at(clara)
    (held,) = held_files(actor=EDDA, limit=9)
    attachments.settle_file(actor=EDDA, now=clock.now(), file=held.ref, release=True, key="settled")
    anna.reload()
    expect(anna.locator(".file-open")).to_have_count(1)


def test_a_seller_says_which_document_it_is(sign_in: SignIn, shops: Shops, folder: Path) -> None:
    clara = sign_in(CLARA)
    ask(clara, folder / "IMG_2041.jpg")
    expect(clara.locator("select[name^=marked]")).to_have_count(0)
    anna = sign_in(ANNA)
    anna.locator("input[type=file]").set_input_files(folder / "faktura.pdf")
    anna.get_by_label("Rodzaj dokumentu").select_option("invoice")
    look_at(anna)
    send_answer(anna)
    examine_all()
    clara.reload()
    expect(clara.locator(".file-card", has_text="faktura.pdf")).to_contain_text("Rechnung")


def send_answer(page: Page) -> None:
    page.get_by_role("textbox").first.fill("Dzień dobry, tak, to ta uszczelka. Faktura w załączniku.")
    page.get_by_role("button", name="Wyślij").first.click()
    expect(page.get_by_role("status").get_by_text("Wysłano do:")).to_be_visible()
