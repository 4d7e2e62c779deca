"""The journeys of the portal that must be short: so many clicks, taps or key chords, and no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Shipment
from tests.cast import ANNA, CLARA, DMITRI, DMITRIS_SHOP, HANIA, PLATFORM
from tests.journeys import triage
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.journeys.visitors import PHONE
from tests.past import Present
from tests.shops import Shops, order

pytestmark = pytest.mark.journey

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
FIRST, SECOND = "Passt die Dichtung?", "Czy uszczelka pasuje?"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Two questions to one seller, of which Clara's is the more urgent."""

    claras: Ref
    hanias: Ref


def ask(shops: Shops, seller: Actor) -> Asked:
    hers = shops.hanias_order if seller is ANNA else order(DMITRIS_SHOP, "D-2002", HANIA, "pl")
    mine = shops.claras_order if seller is ANNA else shops.dmitris_order
    threads = [
        conversations.ask_about_order(
            actor=buyer, now=MONDAY - ago, order=about, draft=words, key="1"
        ).conversation
        for buyer, about, words, ago in (
            (HANIA, hers, SECOND, timedelta(minutes=30)),
            (CLARA, mine, FIRST, timedelta(hours=3)),
        )
    ]
    return Asked(claras=threads[1], hanias=threads[0])


@pytest.mark.parametrize("seller", [ANNA, DMITRI], ids=["in Polish", "in German"])
@pytest.mark.parametrize("keys", [True, False], ids=["by key", "by mouse"])
def test_s1_the_most_urgent_message_takes_two(
    present: Present, shops: Shops, sign_in: SignIn, seller: Actor, keys: bool
) -> None:
    present.set(MONDAY)
    asked = ask(shops, seller)
    page = sign_in(seller)
    expect(page.locator(".record").get_by_text(FIRST)).to_be_visible()
    hand = Hand(page)
    hand.click(page.get_by_role("textbox"))
    hand.type("Ja, sie passt.")
    if keys:
        hand.press("Control+Enter")
    else:
        hand.click(page.locator(".composer button[type=submit]").first)
    expect(page.locator(".entry-text").last).to_have_text(SECOND)
    assert str(asked.hanias) in page.url
    assert hand.acts <= 2
    look_at(page)
    assert answers(sign_in(CLARA), asked.claras) == "Ja, sie passt."


@pytest.mark.parametrize("seller", [ANNA, DMITRI], ids=["in Polish", "in German"])
def test_s2_thirty_messages_take_thirty_nine(
    present: Present, shops: Shops, sign_in: SignIn, seller: Actor
) -> None:
    present.set(triage.MONDAY)
    found = triage.morning(seller=seller)
    page = sign_in(seller)
    hand = Hand(page)
    tick(hand, found.thanks)
    ways = page.locator(".bulk > details")
    hand.click(ways.nth(1).locator("summary"))
    hand.click(ways.nth(1).locator("button[value=courtesy]"))
    expect(page.locator(".note-done")).to_contain_text("8")
    tick(hand, found.delayed)
    hand.click(ways.nth(0).locator("summary"))
    hand.click(ways.nth(0).get_by_role("button", name=triage.NAME))
    expect(page.locator(".together-row")).to_have_count(triage.DELAYED)
    look_at(page)
    hand.click(page.locator(".together-end button"))
    expect(page.locator(".note-done")).to_contain_text("10")
    hand.click(page.get_by_role("textbox"))
    for minutes, thread in enumerate(found.single, 1):
        present.set(triage.MONDAY + timedelta(minutes=minutes))
        expect(page.locator(f'[data-composer][action*="{thread}"]')).to_have_count(1)
        language = page.get_by_role("textbox").get_attribute("lang")
        hand.type(triage.ANSWERS[language or ""])
        hand.press("Control+Enter")
    expect(page.locator(".row-tick")).to_have_count(0)
    assert hand.acts <= 39
    assert conversations_of(seller) == 0
    for thread, says in ((found.delayed[0], "T-08"), (found.single[0], "passt")):
        assert says in (answers(sign_in(CLARA), thread) or "")


def tick(hand: Hand, threads: Sequence[Ref]) -> None:
    """One act for each."""
    for thread in threads:
        hand.click(hand.page.locator(f'.row-tick input[value="{thread}"]'))


def conversations_of(seller: Actor) -> int:
    """How many still wait."""
    return len(queries.inbox(actor=seller, limit=100))


def answers(page: Page, thread: Ref) -> str | None:
    """The last words of a thread, as the buyer reads them."""
    page.goto(page.url.replace("/orders", f"/conversations/{thread}"))
    return page.locator(".entry-text").last.text_content()


@pytest.mark.parametrize(
    ("buyer", "says"),
    [
        (CLARA, "Unterwegs, Zustellung voraussichtlich morgen"),
        (HANIA, "W drodze, doręczenie przewidziane jutro"),
    ],
    ids=["in German", "in Polish"],
)
def test_b1_where_is_my_parcel_takes_one(
    present: Present, shops: Shops, sign_in: SignIn, buyer: Actor, says: str
) -> None:
    present.set(MONDAY)
    send(shops.claras_order if buyer is CLARA else shops.hanias_order, to=buyer)
    page = sign_in(buyer, width=PHONE)
    hand = Hand(page)
    hand.click(page.locator(".row", has_text="A-100").locator(".row-link"))
    status = page.locator(".status")
    expect(status).to_contain_text(says)
    expect(status).to_contain_text("DHL")
    expect(status).to_contain_text("00340434161094000001")
    expect(status).to_be_in_viewport(ratio=0.9)
    assert hand.acts == 1
    look_at(page)


def send(order: Ref, *, to: Actor) -> None:
    """A parcel that arrives tomorrow."""
    with acting(PLATFORM):
        Shipment.objects.create(
            seller_id=order.seller_id,
            order_id=order.id,
            buyer_id=to.person,
            external_id="parcel",
            lines=[{"line": "1", "quantity": 2}],
            direction="out",
            carrier="DHL",
            tracking="00340434161094000001",
            dispatched_at=MONDAY - timedelta(days=2),
            expected_on=MONDAY.date() + timedelta(days=1),
        )
