"""Two browsers: what one does, the other sees at once, and nothing of what it was doing is lost."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from helpdesk.accounts import actions as accounts
from helpdesk.archive import actions as archive
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.browser import PATIENCE
from tests.cast import ANNA, BRUNO, CLARA, HANIA
from tests.journeys.conftest import SignIn
from tests.journeys.streaming import Streaming, streaming
from tests.shops import Shops

LONG = "\n\n".join(["Welche Dichtung passt?", *("Sie tropft." for _ in range(30))])
AT_ONCE = PATIENCE  # a slow machine's; the promise itself is measured where nothing else runs


@pytest.fixture
def streams(live: str) -> Iterator[Streaming]:
    """Live streams beside the pages."""
    with streaming(pages=live) as server:
        yield server


@pytest.fixture
def asked(shops: Shops) -> Ref:
    """Clara's question."""
    return conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=LONG, key="q"
    ).conversation


def listening(page: Page) -> None:
    """Until its stream stands."""
    expect(page.locator("html")).to_have_attribute("data-stream", "on", timeout=AT_ONCE)


def say(asked: Ref, words: str) -> None:
    """Clara writes, by whatever way."""
    conversations.post_question(actor=CLARA, now=clock.now(), conversation=asked, draft=words, key=words)


def test_a_message_is_delivered_while_both_pages_stand_open(
    live: str, streams: Streaming, sign_in: SignIn, asked: Ref
) -> None:
    clara, anna = sign_in(CLARA), sign_in(ANNA)
    clara.goto(f"{live}/buyer/conversations/{asked}")
    anna.goto(f"{live}/seller/conversations/{asked}")
    listening(clara)
    listening(anna)
    box = anna.locator("#text")
    box.fill("Dzień dobry, pasuje")
    before = box.bounding_box()
    clara.locator("#text").fill("Es ist das Modell 2019.")
    clara.locator("[data-send]").click()

    expect(anna.locator(".record")).to_contain_text("Es ist das Modell 2019.", timeout=AT_ONCE)
    expect(anna.locator("[data-live-said]")).not_to_be_empty()
    expect(box).to_be_focused()
    expect(box).to_have_value("Dzień dobry, pasuje")
    after = box.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) <= 1, "what one writes in stays where it is"
    anna.wait_for_timeout(2_000)  # the second look, for what follows from a deed
    assert anna.locator(".record .entry").count() == 2


def test_lanes_and_counts_move(live: str, streams: Streaming, sign_in: SignIn, shops: Shops) -> None:
    anna = sign_in(ANNA)
    anna.goto(f"{live}/seller/inbox")
    listening(anna)
    expect(anna.locator(".row-ask")).to_have_count(0)
    conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft="Welche passt?", key="q"
    )
    expect(anna.locator(".row-ask")).to_have_count(1, timeout=AT_ONCE)
    expect(anna).to_have_title(re.compile(r"\(1\)"))


def test_who_was_away_catches_up_exactly(live: str, streams: Streaming, sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    anna.goto(f"{live}/seller/conversations/{asked}")
    listening(anna)
    streams.stop()
    expect(anna.locator("html")).not_to_have_attribute("data-stream", "on", timeout=AT_ONCE)
    for number in range(3):
        say(asked, f"Nachtrag {number}")
    streams.start()

    listening(anna)
    for number in range(3):
        expect(anna.locator(".record")).to_contain_text(f"Nachtrag {number}", timeout=AT_ONCE)
    assert anna.locator(".record .entry").count() == 4
    say(asked, "Und noch einer")
    expect(anna.locator(".record")).to_contain_text("Und noch einer", timeout=AT_ONCE)
    assert anna.locator(".record .entry").count() == 5


def test_where_streams_are_blocked_the_page_asks_by_itself(
    live: str, streams: Streaming, sign_in: SignIn, asked: Ref
) -> None:
    anna = sign_in(ANNA)
    anna.clock.install()
    anna.route("**/live/events*", lambda route: route.abort())
    anna.goto(f"{live}/seller/conversations/{asked}")
    say(asked, "Nachtrag")
    anna.clock.run_for(20_000)
    assert "Nachtrag" not in anna.locator(".record").inner_text()
    anna.clock.run_for(12_000)
    expect(anna.locator(".record")).to_contain_text("Nachtrag", timeout=AT_ONCE)


def test_a_session_that_ends_ends_its_stream(
    live: str, streams: Streaming, sign_in: SignIn, asked: Ref
) -> None:
    bruno = sign_in(BRUNO)
    bruno.goto(f"{live}/seller/conversations/{asked}")
    listening(bruno)
    accounts.end_sessions(actor=BRUNO, now=clock.now(), person_id=BRUNO.person)
    expect(bruno.locator("html")).not_to_have_attribute("data-stream", "on", timeout=2 * AT_ONCE)
    assert not streams.streams.hub.streams
    say(asked, "Nicht mehr für Bruno")
    bruno.wait_for_timeout(2_000)
    assert "Nicht mehr" not in bruno.locator(".record").inner_text()


def test_a_collision_is_seen_in_the_thread_and_in_the_list(
    live: str, streams: Streaming, sign_in: SignIn, asked: Ref
) -> None:
    anna, bruno = sign_in(ANNA), sign_in(BRUNO)
    anna.goto(f"{live}/seller/conversations/{asked}")
    listening(anna)
    bruno.goto(f"{live}/seller/conversations/{asked}")
    in_thread = anna.locator(f".present[data-present='{asked}']")
    in_list = anna.locator(f"[data-key='{asked}'] .row-present")
    for line in (in_thread, in_list):
        expect(line).to_have_text("Teraz czyta: Bruno", timeout=AT_ONCE)
    bruno.locator("#text").press_sequentially("Pasuje")
    for line in (in_thread, in_list):
        expect(line).to_have_text("Teraz odpowiada: Bruno", timeout=AT_ONCE)
    bruno.close()
    expect(in_thread).to_be_empty(timeout=AT_ONCE)


def test_who_looks_after_it_is_seen_by_the_colleague(
    live: str, streams: Streaming, sign_in: SignIn, asked: Ref
) -> None:
    anna, bruno = sign_in(ANNA), sign_in(BRUNO)
    for page in (anna, bruno):
        page.goto(f"{live}/seller/conversations/{asked}")
        listening(page)
    strip = anna.locator("#team")
    expect(strip).to_contain_text("Nikt nie prowadzi")
    anna.locator("#team .way-to:has([name=new]) > summary").click()
    anna.locator("#new-tags").fill("zwrot")
    bruno.locator("#team .way-to > summary").first.click()
    bruno.locator("#team [name=person]", has_text="Bruno").click()

    expect(strip.locator("summary").first).to_contain_text("Bruno", timeout=AT_ONCE)
    expect(anna.locator("#new-tags")).to_be_visible()
    expect(anna.locator("#new-tags")).to_have_value("zwrot")


def test_the_count_at_the_bell_moves(
    live: str, streams: Streaming, sign_in: SignIn, shops: Shops, asked: Ref
) -> None:
    anna = sign_in(ANNA)
    anna.goto(f"{live}/seller/conversations/{asked}")
    listening(anna)
    expect(anna.locator(".bell-count")).to_have_count(0)
    hanias = conversations.ask_about_order(
        actor=HANIA, now=clock.now(), order=shops.hanias_order, draft="Wann kommt sie?", key="h"
    ).conversation
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=settings.HELPDESK_REACTIONS)
    conversations.post_question(actor=HANIA, now=clock.now(), conversation=hanias, draft="Danke!", key="h2")

    expect(anna.locator(".bell-count")).to_have_text("1", timeout=AT_ONCE)
    anna.locator(".bell").click()
    anna.wait_for_url("**/seller/notices")


def test_a_draft_follows_its_writer_until_it_is_sent(
    live: str, streams: Streaming, sign_in: SignIn, asked: Ref
) -> None:
    laptop, phone, bruno = sign_in(ANNA), sign_in(ANNA, width=390), sign_in(BRUNO)
    here = f"{live}/seller/conversations/{asked}"
    laptop.goto(here)
    with laptop.expect_response("**/draft"):
        laptop.locator("#text").press_sequentially("Dzień dobry, pasuje 8 mm.")
    phone.goto(here)
    expect(phone.locator("#text")).to_have_value(re.compile("^Dzień dobry"))
    bruno.goto(here)
    expect(bruno.locator("#text")).to_have_value("")
    phone.locator("#text").fill("Dzień dobry, pasuje 8,5 mm.")
    phone.get_by_role("button", name="Wyślij i zostań").click()
    expect(phone.locator(".record")).to_contain_text("8,5 mm")
    laptop.goto(here)
    expect(laptop.locator("#text")).to_have_value("")


def test_that_it_was_read_is_seen_without_reload(
    live: str, streams: Streaming, sign_in: SignIn, asked: Ref
) -> None:
    clara = sign_in(CLARA)
    clara.goto(f"{live}/buyer/conversations/{asked}")
    listening(clara)
    expect(clara.locator(".entry-read")).to_have_count(0)
    anna = sign_in(ANNA)
    anna.goto(f"{live}/seller/conversations/{asked}")
    expect(clara.locator("#m0 .entry-read")).to_be_visible(timeout=AT_ONCE)
    listening(anna)
    anna.locator("#text").fill("Dzień dobry, pasuje 8 mm.")
    anna.get_by_role("button", name="Wyślij i zostań").click()
    expect(anna.locator("#m1 .entry-read")).to_be_visible(timeout=AT_ONCE)
