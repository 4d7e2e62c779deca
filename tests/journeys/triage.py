"""Thirty messages of a Monday morning: 8 thanks that carry a number, 10 delayed parcels, 12 single ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Shipment
from helpdesk.saved_replies import actions as saved_replies
from tests.cast import CLARA, HANIA, PLATFORM
from tests.shops import order

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
THANKS, DELAYED, SINGLE = 8, 10, 12
EXPECTED = date(2026, 11, 18)
NAME = "Delayed"
BODIES = {
    "de": "Guten Tag {buyer}, Ihr Paket zu {order} kommt am {expected} mit {carrier}, Sendung {tracking}.",
    "pl": "Dzień dobry {buyer}, paczka {order} dotrze {expected} z {carrier}, przesyłka {tracking}.",
}
_BUYERS = ((CLARA, "de"), (HANIA, "pl"))
_THANKS = {"de": "Danke, Nr. {} ist notiert. Stimmt das?", "pl": "Dziękuję, numer {} zapisany. Zgadza się?"}
_LATE = {"de": "Wo bleibt mein Paket?", "pl": "Gdzie jest moja paczka?"}
_ASKED = {"de": "Passt Dichtung {}?", "pl": "Czy uszczelka {} pasuje?"}
ANSWERS = {"de": "Ja, sie passt.", "pl": "Tak, pasuje."}


@dataclass(frozen=True, kw_only=True)
class Morning:
    """The threads of each kind."""

    thanks: Sequence[Ref]
    delayed: Sequence[Ref]
    single: Sequence[Ref]


def morning(*, seller: Actor) -> Morning:
    """What waits for this seller on Monday: half of it in German, half in Polish."""
    saved_replies.save_reply(actor=seller, now=MONDAY, name=NAME, bodies=BODIES, key="delayed")
    return Morning(
        thanks=[_thanked(seller, n) for n in range(THANKS)],
        delayed=[_delayed(seller, THANKS + n) for n in range(DELAYED)],
        single=[_single(seller, THANKS + DELAYED + n) for n in range(SINGLE)],
    )


def _thanked(seller: Actor, n: int) -> Ref:
    """Answered on Friday; a few words of thanks, with a number, came this morning."""
    buyer, language = _BUYERS[n % 2]
    begun = MONDAY - timedelta(days=3, minutes=-n)
    thread = _ask(seller, n, _ASKED[language].format(n), begun)
    conversations.post_reply(
        actor=seller,
        now=begun + timedelta(hours=1),
        conversation=thread,
        draft=ANSWERS[language],
        key=f"answered {n}",
    )
    at = MONDAY - timedelta(minutes=60 - n)
    said = _THANKS[language].format(4000 + n)
    conversations.post_question(actor=buyer, now=at, conversation=thread, draft=said, key=f"thanks {n}")
    return thread


def _delayed(seller: Actor, n: int) -> Ref:
    _, language = _BUYERS[n % 2]
    return _ask(seller, n, _LATE[language], MONDAY - timedelta(hours=4, minutes=-n), parcel=True)


def _single(seller: Actor, n: int) -> Ref:
    _, language = _BUYERS[n % 2]
    return _ask(seller, n, _ASKED[language].format(n), MONDAY - timedelta(minutes=40 - n))


def _ask(seller: Actor, n: int, words: str, at: datetime, *, parcel: bool = False) -> Ref:
    buyer, market = _BUYERS[n % 2]
    sold = order(seller.seller_id or 0, f"T-{n:02}", buyer, market)
    if parcel:
        _send(sold, buyer, n)
    posted = conversations.ask_about_order(actor=buyer, now=at, order=sold, draft=words, key=f"T-{n}")
    return posted.conversation


def _send(sold: Ref, buyer: Actor, n: int) -> None:
    with acting(PLATFORM):
        Shipment.objects.create(
            seller_id=sold.seller_id,
            order_id=sold.id,
            buyer_id=buyer.person,
            external_id=f"parcel {n}",
            lines=[{"line": "1", "quantity": 2}],
            direction="out",
            carrier="DHL",
            tracking=f"0034043416109400{n:04}",
            dispatched_at=MONDAY - timedelta(days=5),
            expected_on=EXPECTED,
        )
