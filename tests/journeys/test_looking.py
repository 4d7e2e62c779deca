"""The sweep's own eyes: each fault that a page may have is seen, and a sound page has none."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys import speech
from tests.journeys.accessible import barriers, cuts

pytestmark = pytest.mark.journey

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
SOUND = """
  <p>A sentence with <a href="#">a link in it</a>, and more.</p>
  <a href="#" style="display:inline-block;padding:8px">A link alone</a>
  <button style="padding:8px">Send</button>
  <p style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">Only heard</p>
  <p class="row-words" style="height:1lh;overflow:hidden">An excerpt is shortened on purpose, as its whole
    text is one click away, and so on and so on and so on and so on and so on and so on and so on</p>
  <div style="height:2lh;overflow:auto">What<br>scrolls<br>by<br>itself<br>ends<br>at its edge</div>
  <p>and lies over nothing<br>that stands<br>below it</p>
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 320, "height": 600})
    yield page
    page.close()


def test_a_sound_page_has_no_fault(page: Page) -> None:
    page.set_content(f"<!doctype html><html lang=en><body>{SOUND}")
    assert cuts(page) == []


@pytest.mark.parametrize(
    ("spoiled", "fault"),
    [
        (f"<p>{LONG}{LONG}", "scrolls sideways"),
        (f"<p style='overflow:hidden;text-overflow:ellipsis'>{LONG}{LONG}", "off the width"),
        (f"<p style='overflow:auto'>{LONG}{LONG}", "off the width"),
        ("<p style='height:1lh;overflow:clip;width:9ch'>two lines of text", "off the height"),
        (f"<div style='overflow:hidden'><p style='width:5em'>{LONG}</p></div>", "text outside its box"),
        ("<p style='margin-left:-3em'>half of it is left of the window", "outside the window"),
        ("<p>one<p style='margin-top:-2.2lh'>another", "lies over"),
        ("<select style='width:40px'><option>Deutschland</select>", "no room for “Deutschland”"),
        ("<input style='width:60px' placeholder='Order number'>", "no room for “Order number”"),
        ("<button style='padding:0;border:0;font-size:10px'>x</button>", "too small to hit"),
        ("<p><a href='#'>A link that stands alone</a>", "too small to hit"),
    ],
)
def test_a_fault_is_seen(page: Page, spoiled: str, fault: str) -> None:
    page.set_content(f"<!doctype html><html lang=en><body>{spoiled}")
    assert any(fault in found for found in cuts(page)), cuts(page)


def test_a_barrier_is_seen(page: Page) -> None:
    page.set_content("<!doctype html><html lang=en><title>x</title><main><h1>x</h1><img src=x>")
    assert [found.partition(":")[0] for found in barriers(page)] == ["image-alt"]


def test_english_is_heard_on_a_polish_page(page: Page) -> None:
    page.set_content(
        "<!doctype html><html lang=pl><title>Skrzynka</title><p>Niezła strona. Nothing was stored."
        "<p>Sign   out<p lang=en>Sign out</p><bdi>Sign out</bdi><button aria-label='Error 404'>404</button>"
    )
    said = speech.said_on(page)
    assert said == ["Skrzynka", "Niezła strona. Nothing was stored.", "Sign out", "404", "Error 404"]
    heard = [sentence.partition("“")[2][:-1] for sentence in speech.english_in(said, language="pl")]
    assert heard == ["Niezła strona. Nothing was stored.", "Sign out", "Error 404"]
    assert not [*speech.english_in(["Errore 404", "Skrzynka"], language="it")]


def test_what_was_never_translated_is_heard() -> None:
    said = ["Hard coded words", "Anna's Lamps", "2 min", "Conversations · Helpdesk"]
    heard = speech.never_translated(said, said, language="fr", names=["Anna's Lamps", "Helpdesk"])
    assert [*heard] == ["the same in English and fr: “Hard coded words”"]
