"""A buyer shows what arrived, the seller looks: with progress, by keyboard, and without script."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from helpdesk.console.demo import pictures
from tests.cast import ANNA, CLARA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.portal.uploads import EXECUTABLE, PDF, examine_all
from tests.shops import Shops

pytestmark = pytest.mark.journey

QUESTION = "Guten Tag, so kam das Paket hier an.\nWas schlagen Sie vor?"
ANSWER = "Guten Tag, das tut uns leid. Die Gutschrift liegt bei."
SLOW = {
    "offline": False,
    "latency": 20,
    "downloadThroughput": -1,
    "uploadThroughput": 60_000,
}  # bytes a second
FAST = SLOW | {"latency": 0, "uploadThroughput": -1}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What lies on somebody's telephone."""
    for name in ("IMG_2041.jpg", "IMG_2042.jpg"):
        (tmp_path / name).write_bytes(pictures.file(name=name))
    (tmp_path / "setup.exe").write_bytes(EXECUTABLE)
    (tmp_path / "Gutschrift.pdf").write_bytes(PDF)
    return tmp_path


def choose(page: Page, *files: Path) -> None:
    page.locator("input[type=file]").set_input_files(list(files))


def row(page: Page, name: str) -> Locator:
    return page.locator(".attached > li", has_text=name)


def to_the_order(page: Page) -> None:
    """And wait for it: what is pasted before a page's script runs is lost."""
    page.locator(".row", has_text="A-1001").get_by_role("link", name="Dichtung 8 mm").click()
    page.wait_for_url("**/orders/*")


def test_two_pictures_go_with_a_question_and_the_seller_opens_them(
    sign_in: SignIn, shops: Shops, folder: Path
) -> None:
    clara = sign_in(CLARA, width=390)
    to_the_order(clara)
    clara.get_by_role("textbox").fill(QUESTION)
    line = clara.context.new_cdp_session(clara)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    choose(clara, folder / "IMG_2041.jpg", folder / "IMG_2042.jpg")
    expect(row(clara, "IMG_2041.jpg")).to_contain_text(re.compile(r"Wird übertragen: [1-9]\d?\s%"))
    expect(row(clara, "IMG_2042.jpg")).to_contain_text("Wartet")
    clara.keyboard.press("Control+Enter")
    expect(clara.locator("[data-news]")).to_contain_text("Eine Datei wird noch übertragen")
    line.send("Network.emulateNetworkConditions", FAST)
    expect(clara.locator(".attached > [data-arrived]")).to_have_count(2)
    expect(clara.locator("[data-said]")).to_have_text("Angehängt: IMG_2042.jpg")
    look_at(clara)
    clara.get_by_role("button", name="Frage senden").click()
    expect(clara.get_by_text("Gesendet.")).to_be_visible()
    expect(clara.locator(".file-card")).to_have_count(2)

    anna = sign_in(ANNA)
    expect(anna.locator(".file-card")).to_have_count(2)
    expect(anna.locator(".file-open")).to_have_count(0)
    examine_all()
    anna.reload()
    expect(anna.locator(".file-open")).to_have_count(2)
    anna.get_by_role("button", name="Powiększ: IMG_2041.jpg").click()
    shown = anna.get_by_role("dialog", name="IMG_2041.jpg")
    expect(shown.get_by_role("img")).to_be_visible()
    assert shown.get_by_role("img").evaluate("image => image.decode().then(() => image.naturalWidth)") == 1600
    look_at(anna)
    anna.keyboard.press("Escape")
    expect(shown).to_be_hidden()


def test_files_chosen_before_the_script_is_there_arrive(sign_in: SignIn, shops: Shops, folder: Path) -> None:
    clara = sign_in(CLARA)
    waiting: list[Route] = []
    clara.route("**/js/order.*.js", lambda route: waiting.append(route))  # noqa: PLW0108
    with clara.expect_request("**/js/order.*.js"):
        clara.locator(".row", has_text="A-1001").get_by_role("link", name="Dichtung 8 mm").click()
    clara.get_by_role("textbox").fill(QUESTION)
    choose(clara, folder / "IMG_2041.jpg", folder / "IMG_2042.jpg")
    expect(clara.locator(".attached > li")).to_have_count(0)
    waiting.pop().continue_()
    expect(clara.locator(".attached > [data-arrived]")).to_have_count(2)
    clara.get_by_role("button", name="Frage senden").click()
    expect(clara.locator(".file-card")).to_have_count(2)


def test_a_refused_file_says_why_and_goes_by_keyboard(sign_in: SignIn, shops: Shops, folder: Path) -> None:
    clara = sign_in(CLARA)
    to_the_order(clara)
    clara.get_by_role("textbox").fill(QUESTION)
    choose(clara, folder / "setup.exe", folder / "IMG_2041.jpg")
    refused = row(clara, "setup.exe")
    expect(refused).to_have_attribute("data-refused", "")
    expect(clara.locator(".attached > [data-arrived]")).to_have_count(1)
    expect(clara.get_by_role("textbox")).to_have_value(QUESTION)
    refused.get_by_role("button").focus()
    clara.keyboard.press("Enter")
    expect(refused).to_have_count(0)
    expect(row(clara, "IMG_2041.jpg").get_by_role("button", name="Entfernen: IMG_2041.jpg")).to_be_focused()
    clara.keyboard.press("Enter")
    expect(clara.locator(".attached > li")).to_have_count(0)
    expect(clara.locator("input[type=file]")).to_be_focused()


def test_files_are_pasted_and_dropped(sign_in: SignIn, shops: Shops) -> None:
    clara = sign_in(CLARA)
    to_the_order(clara)
    for kind, given in (("paste", "clipboardData"), ("drop", "dataTransfer")):
        clara.evaluate(
            """([kind, given, text]) => {
              const carried = new DataTransfer();
              carried.items.add(new File([text], `${kind}.txt`, { type: "text/plain" }));
              const Event = kind === "paste" ? ClipboardEvent : DragEvent;
              const told = { [given]: carried, bubbles: true, cancelable: true };
              document.querySelector("textarea").dispatchEvent(new Event(kind, told));
            }""",
            [kind, given, "Seriennummer 4711"],
        )
        expect(row(clara, f"{kind}.txt")).to_have_attribute("data-arrived", "")


def test_a_broken_connection_is_tried_again(sign_in: SignIn, shops: Shops, folder: Path) -> None:
    clara = sign_in(CLARA)
    to_the_order(clara)
    clara.route("**/uploads?*", lambda route: route.abort(), times=1)
    choose(clara, folder / "IMG_2041.jpg")
    expect(row(clara, "IMG_2041.jpg")).to_contain_text("Die Verbindung ist abgebrochen.")
    clara.get_by_role("button", name="Noch einmal versuchen").click()
    expect(row(clara, "IMG_2041.jpg")).to_have_attribute("data-arrived", "")


def test_without_script_the_form_brings_them(
    sign_in: SignIn, shops: Shops, browser: Browser, folder: Path
) -> None:
    signed = sign_in(CLARA)
    to_the_order(signed)
    context = browser.new_context(java_script_enabled=False, storage_state=signed.context.storage_state())
    try:
        page = context.new_page()
        page.goto(signed.url)
        page.get_by_role("textbox").fill(QUESTION)
        choose(page, folder / "setup.exe", folder / "Gutschrift.pdf")
        page.get_by_role("button", name="Frage senden").click()
        expect(page.get_by_role("alert")).to_contain_text("Es wurde noch nichts gesendet")
        expect(page.get_by_role("textbox")).to_have_value(QUESTION)
        expect(page.get_by_role("checkbox", name="Gutschrift.pdf")).to_be_checked()
        page.get_by_role("button", name="Frage senden").click()
        expect(page.locator(".file-card")).to_contain_text("Gutschrift.pdf")
        with page.expect_download() as kept:
            page.locator("a.file-card").click()
        assert Path(kept.value.path()).read_bytes() == PDF
    finally:
        context.close()
