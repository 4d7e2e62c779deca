"""What saved replies are tested with: two shops, Clara's and Hania's parcels, and what both have asked."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Pair, Shipment
from helpdesk.saved_replies import actions
from helpdesk.saved_replies.terms import SavedReply
from tests.cast import ANNA, CLARA, HANIA, PLATFORM
from tests.past import Present, any_present
from tests.shops import Shops, open_shops

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
"""Monday, 16 November 2026, 10:00 in Warsaw and Berlin."""
BODIES = {
    "de": "Guten Tag {buyer}, Ihr Paket zu {order} kommt mit {carrier} ({tracking}) am {expected} an.",
    "pl": "Dzień dobry {buyer}, paczka {order} przyjedzie z {carrier} ({tracking}) dnia {expected}.",
}


@pytest.fixture
def present(database: str, monkeypatch: pytest.MonkeyPatch) -> Present:
    """It is Monday."""
    found = any_present(monkeypatch)
    found.set(NOW)
    return found


@pytest.fixture
def shops(present: Present) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def asked(shops: Shops) -> Sequence[Ref]:
    """Clara's thread and Hania's: where is my parcel?"""
    return [
        ask(CLARA, shops.claras_order, "Wo ist mein Paket?"),
        ask(HANIA, shops.hanias_order, "Gdzie paczka?"),
    ]


@pytest.fixture
def delayed(shops: Shops) -> SavedReply:
    """What Anna's shop says of late parcels, in German and Polish."""
    return actions.save_reply(actor=ANNA, now=NOW, name="Delayed", bodies=BODIES, key="delayed")


def ask(buyer: Actor, order: Ref, words: str) -> Ref:
    """The thread of a question about an order, asked an hour ago."""
    at = NOW - timedelta(hours=1)
    posted = conversations.ask_about_order(actor=buyer, now=at, order=order, draft=words, key=f"{order}")
    return posted.conversation


def send(order: Ref, *, to: Actor, expected_on: date | None, tracking: str = "JD0001", days: int = 3) -> None:
    """A parcel, dispatched so many days ago."""
    with acting(PLATFORM):
        Shipment.objects.create(
            seller_id=order.seller_id,
            order_id=order.id,
            buyer_id=to.person,
            external_id=tracking,
            lines=[{"line": "1", "quantity": 2}],
            direction="out",
            carrier="DHL",
            tracking=tracking,
            dispatched_at=NOW - timedelta(days=days),
            expected_on=expected_on,
        )


def speaks(buyer: Actor, seller_id: int, language: str) -> None:
    """The Buyer reads this language now."""
    with acting(PLATFORM):
        Pair.objects.filter(seller_id=seller_id, buyer_id=buyer.person).update(language=language)
