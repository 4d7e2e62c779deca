"""A4: a day off is added, looked at and published in four clicks; then both parties see the new deadline."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from helpdesk.accounts import actions as accounts
from helpdesk.conversations import actions as conversations
from helpdesk.deadlines import actions as deadlines
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, HANIA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.journeys.house import PAULA
from tests.past import Present
from tests.shops import Shops

pytestmark = pytest.mark.journey

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
MOURNING = "Żałoba narodowa"


@dataclass(frozen=True, kw_only=True)
class Words:
    """What the administrator reads in their language."""

    language: str
    country: str
    moves: str
    version: str


POLISH = Words(
    language="pl", country="Polska", moves="otwarte terminy się przesuną", version="wersja 1 Platformy"
)
GERMAN = Words(
    language="de", country="Polen", moves="offene Fristen verschieben sich", version="Version 1 der Plattform"
)


@pytest.mark.parametrize("words", [POLISH, GERMAN], ids=["in Polish", "in German"])
def test_a4_a_day_off_takes_four(present: Present, shops: Shops, sign_in: SignIn, words: Words) -> None:
    present.set(MONDAY)
    late = ask(shops)
    sweep(MONDAY)
    seller = sign_in(ANNA)
    expect(seller.locator(".lane-late .row-link")).to_have_count(1)

    desk = sign_in(administrator(words.language))
    desk.goto(desk.url.split("/administrator")[0] + "/administrator/calendars")
    assert publishes(desk, words) == 4

    sweep(MONDAY + timedelta(minutes=2))
    seller.reload()
    expect(seller.locator(".lane-late .row-link")).to_have_count(0)
    explained(seller, POLISH)
    buyer = sign_in(CLARA, width=390)
    buyer.goto(buyer.url.replace("/orders", f"/conversations/{late}"))
    expect(buyer.locator(".promise")).to_contain_text(
        "Montag, 16. November, ist in Polen Feiertag und zählt nicht."
    )
    explained(buyer, GERMAN)


def ask(shops: Shops) -> Ref:
    """Clara on Friday, so that her answer is an hour late; Hania today. Clara's thread."""
    asked = [
        conversations.ask_about_order(actor=buyer, now=MONDAY - ago, order=order, draft="Kiedy?", key="1")
        for buyer, order, ago in (
            (CLARA, shops.claras_order, timedelta(days=3, hours=1)),
            (HANIA, shops.hanias_order, timedelta(hours=1)),
        )
    ]
    return asked[0].conversation


def administrator(language: str) -> Actor:
    """Paula manages people, rules and calendars."""
    paula = replace(PAULA, language=language)
    accounts.enrol_person(
        actor=SYSTEM, now=MONDAY, id=paula.person, display_name=paula.name, language=language
    )
    for role in paula.roles:
        accounts.grant_role(actor=SYSTEM, now=MONDAY, person_id=paula.person, role=role)
    return paula


def sweep(now: datetime) -> None:
    """As a worker does it."""
    deadlines.sweep(actor=SYSTEM, now=now, limit=100)


def publishes(page: Page, words: Words) -> int:
    """From the list of calendars to the version in force."""
    hand = Hand(page)
    hand.click(page.get_by_role("link", name=words.country, exact=True).first)
    look_at(page)
    hand.click(page.locator(".month").nth(10).get_by_text("16", exact=True))
    hand.type(MOURNING)
    hand.click(page.locator("#change form.card button"))
    foreseen = page.locator(".foreseen")
    expect(foreseen).to_contain_text(words.moves)
    counts = [text.split()[0] for text in foreseen.locator("p").all_inner_texts()]
    assert counts == ["2", "1", "0"]
    look_at(page)
    hand.click(page.locator("form[action*=versions] button"))
    expect(page.get_by_role("status").first).to_contain_text(words.version)
    expect(page.locator(".month-days .day-added")).to_contain_text(MOURNING)
    look_at(page)
    return hand.acts


def explained(page: Page, words: Words) -> None:
    """Which day was skipped and why, by which version."""
    strip = page.locator("details.strip").first
    if strip.get_attribute("open") is None:
        strip.locator("summary").click()
    expect(strip).to_contain_text(MOURNING)
    expect(strip).to_contain_text(words.version)
    look_at(page)
