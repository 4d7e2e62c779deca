"""The pictures of README and docs, taken from the demo at a fixed instant: `bin/screenshots`.

No test by itself: its name keeps it out of the suite.
"""

import base64
import struct
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pytest_django import Settings

from helpdesk.accounts.models import Person
from helpdesk.accounts.queries import ticket
from helpdesk.accounts.terms import Hat
from helpdesk.archive import actions as archive
from helpdesk.console.demo import people, records, seeding
from helpdesk.kernel.actor import SYSTEM, Actor
from tests.journeys.serving import serving
from tests.past import Present

pytestmark = pytest.mark.journey

NOW = datetime(2026, 11, 23, 9, 41, tzinfo=UTC)  # a Monday: hours were skipped
TO = Path(__file__).resolve().parents[2] / "docs/pictures"
_PALETTE = Path(__file__).with_name("palette.js").read_text("utf-8")
LOOKS: dict[str, dict[str, Any]] = {
    "light": {
        "viewport": {"width": 1280, "height": 800},
        "color_scheme": "light",
        "device_scale_factor": 1.5,
    },
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark", "device_scale_factor": 1.5},
    "phone": {"viewport": {"width": 390, "height": 780}, "color_scheme": "light", "device_scale_factor": 2},
}


def inbox(page: Page, present: Present) -> None:
    """What is due first is open already."""


def thread(page: Page, present: Present) -> None:
    """A question that is due today, with its hours counted."""
    page.locator(".lane-due_today .row-link").nth(1).click()
    page.locator(".promise summary").click()
    page.evaluate("scrollTo(0, 0)")


def buyer(page: Page, present: Present) -> None:
    """An order that arrives soon."""
    page.locator(".row", has_text="expected").locator(".row-link").first.click()


def integrity(page: Page, present: Present) -> None:
    """The whole record, verified a moment ago."""
    page.goto(page.url.rstrip("/") + "/integrity")
    with page.expect_navigation():
        page.locator("[data-verify] button").click()
    present.set(NOW + timedelta(minutes=3))
    page.reload()
    present.set(NOW)


def note(page: Page, present: Present) -> None:
    """What colleagues tell each other in a thread."""
    page.locator(".lane-due_today .row-link").nth(1).click()
    page.locator("#notes > summary").click()
    page.locator("#note").fill("I asked the maker whether it fits. Please do not promise a day yet.")
    page.get_by_role("button", name="Add the note").click()
    page.locator(".entry-note").last.evaluate("note => note.scrollIntoView({ block: 'center' })")


def agreement(page: Page, present: Present) -> None:
    """A refund that waits for the Buyer's word, in the thread."""
    page.locator(".lane-due_today .row-link").nth(1).click()
    page.get_by_role("link", name="Propose an agreement").click()
    page.locator("[name=type][value=refund]").check()
    page.locator("#amount").fill("12.50")
    page.locator("#until").fill("2026-12-01")
    page.locator("#text").fill("We pay back the price of the gasket that arrived torn.")
    page.locator(".agreed-form .button").first.click()
    page.locator(".agreed").last.evaluate("sheet => sheet.scrollIntoView({ block: 'center' })")


def saved_reply(page: Page, present: Present) -> None:
    """A reply that a shop writes once, and its orders fill in."""
    page.goto(page.url.split("/seller/")[0] + "/seller/saved-replies/new")
    page.locator("#name").fill("Where is my parcel?")
    page.locator("#body-en").fill(
        "Order {order} is with {carrier}, number {tracking}. We expect it with you on {expected}."
    )


def history(page: Page, present: Present) -> None:
    """Everything between a Buyer and the shop."""
    page.locator(".lane-due_today .row-link").nth(1).click()
    page.get_by_role("link", name="The whole history").click()


def search(page: Page, present: Present) -> None:
    """Words found in messages, with endings forgiven."""
    page.goto(page.url.split("/seller/")[0] + "/seller/search?q=portafilter")


def palette(page: Page, present: Present) -> None:
    """Where to go, and what can be done here, by a few letters."""
    page.keyboard.press("Control+k")
    page.keyboard.type("or")
    page.locator("[data-palette-hits] li").first.wait_for()


def notices(page: Page, present: Present) -> None:
    """What happened while nobody looked."""
    page.locator(".bell").click()


def returns(page: Page, present: Present) -> None:
    """What comes back to a shop, the most urgent first."""
    page.goto(page.url.split("/seller/")[0] + "/seller/cases")


def case(page: Page, present: Present) -> None:
    """A complaint that the Platform has decided, as its Buyer sees it."""
    page.goto(page.url.split("/buyer/")[0] + "/buyer/cases")
    page.locator(".row-link").first.click()


def withdrawal(page: Page, present: Present) -> None:
    """The function of the law: items, name, one button."""
    page.locator(".row", has_text="GB-20260251").locator(".row-link").click()
    page.get_by_role("link", name="Withdraw from contract here").click()


def escalation(page: Page, present: Present) -> None:
    """A refused claim with the words of both sides, before the Platform."""
    page.goto(page.url.rstrip("/") + "/escalations")
    page.locator(".row-escalation", has_text="Claim").locator("button").click()


def standing(page: Page, present: Present) -> None:
    """What a shop's answers are worth, and what costs it most."""
    page.goto(page.url.split("/seller/")[0] + "/seller/standing")


def measure(page: Page, present: Present) -> None:
    """A measure with its statement of reasons."""
    page.goto(page.url.split("/seller/")[0] + "/seller/measures")
    page.locator("[aria-labelledby=all] .row-link").first.click()


def measures(page: Page, present: Present) -> None:
    """What waits for a decision at the desk."""
    page.goto(page.url.rstrip("/") + "/enforcement")


def market(page: Page, present: Present) -> None:
    """A market that is about to be opened."""
    page.goto(page.url.rstrip("/") + "/markets/new?country=CZ")


SUBJECTS: dict[str, tuple[str, Callable[[Page, Present], None]]] = {
    "inbox": ("Anna", inbox),
    "thread": ("Anna", thread),
    "buyer": ("Clara", buyer),
    "integrity": ("Edda", integrity),
    "note": ("Anna", note),
    "agreement": ("Anna", agreement),
    "saved-reply": ("Anna", saved_reply),
    "history": ("Anna", history),
    "search": ("Anna", search),
    "palette": ("Anna", palette),
    "notices": ("Anna", notices),
    "returns": ("Anna", returns),
    "case": ("Owen", case),
    "withdrawal": ("Ruth", withdrawal),
    "escalation": ("Edda", escalation),
    "standing": ("Anna", standing),
    "measure": ("Anna", measure),
    "measures": ("Felix", measures),
    "market": ("Felix", market),
}
ON_A_PHONE = frozenset({"inbox", "thread", "buyer", "integrity", "returns", "case", "standing"})


@pytest.fixture
def cast(present: Present, settings: Settings, tmp_path: Path) -> dict[str, Actor]:
    """The demo as it was at that instant, in English; who may come in, by first name."""
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": True})
    settings.STATIC_ROOT = tmp_path
    present.set(NOW)
    seeding.seed(now=NOW)
    while archive.number_entries(actor=SYSTEM, now=NOW):
        pass
    archive.publish_log(actor=SYSTEM, now=NOW)
    archive.run_reactions(actor=SYSTEM, now=NOW, wiring=settings.HELPDESK_REACTIONS)
    hats = people.enrol(cast=records.cast(), now=NOW)
    Person.objects.update(language="en")
    return {hat.name.split()[0]: hat for hat in reversed(hats)}


@pytest.fixture
def live(cast: dict[str, Actor]) -> Iterator[str]:
    with serving() as address:
        yield address


def test_take_them(live: str, browser: Browser, cast: dict[str, Actor], present: Present) -> None:
    TO.mkdir(exist_ok=True)
    for subject, (who, lead) in SUBJECTS.items():
        hat = Hat(person=cast[who].person, side=cast[who].side, seller_id=cast[who].seller_id)
        for look, options in LOOKS.items():
            if look == "phone" and subject not in ON_A_PHONE:
                continue
            context = browser.new_context(locale="en", reduced_motion="reduce", **options)
            page = context.new_page()
            page.goto(f"{live}/demo/sign-in/{ticket(hat=hat)}")
            lead(page, present)
            page.locator("aside.demo").evaluate_all("bars => bars.forEach(bar => bar.remove())")
            taken = page.screenshot(animations="disabled", caret="hide")
            (TO / f"{subject}-{look}.png").write_bytes(_in_few_colours(context.new_page(), taken))
            context.close()


def _in_few_colours(page: Page, picture: bytes) -> bytes:
    """The same as a PNG of 256 colours, which is a third of the size."""
    found = page.evaluate(_PALETTE, "data:image/png;base64," + base64.b64encode(picture).decode())
    width, height = found["width"], found["height"]
    places = base64.b64decode(found["rows"])
    rows = b"".join(b"\0" + places[start : start + width] for start in range(0, len(places), width))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", bytes(part for colour in found["colours"] for part in colour)),
            _chunk(b"IDAT", zlib.compress(rows, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
