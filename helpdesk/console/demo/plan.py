"""What happens in the demo: who writes what about which order and when. Pure."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zlib import crc32

from helpdesk.console.demo import pacing
from helpdesk.console.demo.records import Cast, Record
from helpdesk.console.demo.stories import Deed, Story, stories
from helpdesk.kernel.actor import Side

FIRST = {"S-ANNA": 34, "S-DMITRI": 18}  # conversations about orders of the first start, by seller
FRESH = {"S-ANNA": 5, "S-DMITRI": 3}  # and of each later one
OTHERS, OTHERS_FRESH = 7, 1
FAITHFUL = ("B-PL-1", "B-DE-1", "P-BRUNO")
_PATIENCE = timedelta(hours=5)  # nobody asks again sooner

Free = Callable[[str], bool]


@dataclass(frozen=True, kw_only=True)
class Event:
    """One deed: both sides write in the buyer's language. `about` is an order, else an offer."""

    at: datetime
    about: str
    buyer: str
    seller: str
    deed: Deed
    text: str
    turn: int
    promise_on: date | None = None
    reason: str = ""
    files: Sequence[str] = ()
    tried: str = ""  # what its author wrote a minute before, which the rules refused

    @property
    def side(self) -> Side:
        """Whose deed it is."""
        return self.deed.side


@dataclass
class _Told:
    """What has been used: no order twice, no text twice before every text was told once."""

    orders: set[str] = field(default_factory=set)
    texts: Counter[tuple[str, str]] = field(default_factory=Counter)


def events(*, cast: Cast, now: datetime, free: Free, fresh: bool = False) -> list[Event]:
    """The messages about orders that are `free`, in the order of time; fewer of them on a later start."""
    wanted, others = (FRESH, OTHERS_FRESH) if fresh else (FIRST, OTHERS)
    told = _Told()
    found = [
        event
        for seller in cast.all("seller")
        for event in _shop(cast, seller, wanted.get(seller, others), now, free, told)
    ]
    return sorted(found, key=lambda event: event.at)


def _shop(cast: Cast, seller: str, count: int, now: datetime, free: Free, told: _Told) -> Iterator[Event]:
    orders = sorted((o for o in cast.orders.values() if o["seller"] == seller), key=lambda o: mark(o["id"]))
    calendar = cast.calendar(seller=seller, market=orders[0]["market"])
    for slot in pacing.slots(calendar=calendar, now=now, count=count, spread=mark(seller) % 600):
        if chosen := _choose(cast, orders, slot, now, free, told):
            order, story = chosen
            told.orders.add(order["id"])
            told.texts[story.name, language(cast, order["buyer"])] += 1
            yield from _tell(cast, story, slot, now, about=order["id"], buyer=order["buyer"], seller=seller)


def _choose(
    cast: Cast, orders: Sequence[Record], slot: pacing.Slot, now: datetime, free: Free, told: _Told
) -> tuple[Record, Story] | None:
    """The pair that was told least; the shop's own stories first, and of their buyers the cast."""
    fitting = [
        (_wish(told, cast, order, story), number, place)
        for place, order in enumerate(orders)
        if order["id"] not in told.orders
        for number, story in enumerate(stories())
        if _fits(cast, story, order, slot, now)
    ]
    pairs = ((orders[place], stories()[number]) for _, number, place in sorted(fitting))
    return next((pair for pair in pairs if free(pair[0]["id"])), None)


def _wish(told: _Told, cast: Cast, order: Record, story: Story) -> tuple[int, bool, bool]:
    times = told.texts[story.name, language(cast, order["buyer"])]
    return times, not story.seller, order["buyer"] not in FAITHFUL


def _fits(cast: Cast, story: Story, order: Record, slot: pacing.Slot, now: datetime) -> bool:
    waits = (slot.answered or now) - slot.asked
    return (
        story.seller in ("", order["seller"])
        and language(cast, order["buyer"]) in story.said
        and any(story.is_about(offer=line["offer"]) for line in order["lines"])
        and (story.opening == 1 or waits > 2 * _PATIENCE)
        and stage(cast, order, slot.asked, slot.answered or now) == story.stage
    )


def stage(cast: Cast, order: Record, asked: datetime, until: datetime) -> str:
    """Where the parcel is from the question to its answer; empty where that changes, or nobody would ask."""
    parcels = {(each["type"], each.get("direction", "")): each for each in cast.parcels.get(order["id"], ())}
    out, back = parcels.get(("shipment", "out"), {}), parcels.get(("shipment", "back"), {})
    if asked < _instant(order["placed_at"]) + timedelta(minutes=10):
        return ""
    if _by(back, "dispatched_at", until):
        arrived = _by(back, "delivered_at", asked) and not _by(
            parcels.get(("refund", ""), {}), "done_at", asked
        )
        return "back" if arrived else ""
    if _by(out, "delivered_at", asked):
        return "there"
    if _by(out, "dispatched_at", asked):
        return "" if _by(out, "delivered_at", until) else "way"
    return "" if _by(out, "dispatched_at", until) else "new"


def _by(record: Record, name: str, at: datetime) -> bool:
    return name in record and _instant(record[name]) <= at


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def language(cast: Cast, buyer: str) -> str:
    """What this buyer writes."""
    return str(cast.buyers[buyer]["language"])[:2]


def _tell(
    cast: Cast, story: Story, slot: pacing.Slot, now: datetime, *, about: str, buyer: str, seller: str
) -> Iterator[Event]:
    spoken = language(cast, buyer)
    words = story.words(language=spoken)
    instants = pacing.turns(turns=story.turns, opening=story.opening, slot=slot, now=now)
    for turn, (at, text, deed) in enumerate(zip(instants, words, story.deeds, strict=False)):
        yield Event(
            at=at,
            about=about,
            buyer=buyer,
            seller=seller,
            deed=deed,
            text=text,
            turn=turn,
            files=story.files.get(str(turn), ()),
            tried=story.tried_first(language=spoken, turn=turn),
        )


def browsing(*, cast: Cast, now: datetime) -> list[Event]:
    """Questions before a sale: of the faithful, whom a change of market then concerns, and of others."""
    asked = [*asked_by_the_faithful(cast), *_asked_by_others(cast)]
    before = [story for story in stories() if story.stage == "before"]
    found: list[Event] = []
    for place, (buyer, offer) in enumerate(asked):
        seller = cast.offers[offer]["seller"]
        calendar = cast.calendar(seller=seller, market=cast.buyers[buyer]["market"])
        asks = pacing.ago(calendar, 1.0 + 5.3 * (place % 4), now) - timedelta(minutes=place)
        answered = pacing.ago(calendar, 0.5, now) - timedelta(minutes=place) if place % 3 == 2 else None
        slot = pacing.Slot(asked=asks, answered=answered)
        story = before[place % len(before)]
        found += _tell(cast, story, slot, now, about=offer, buyer=buyer, seller=seller)
    return sorted(found, key=lambda event: event.at)


def asked_by_the_faithful(cast: Cast) -> Iterator[tuple[str, str]]:
    """Of each: two offers that are not sold everywhere, and one that is."""
    for place, buyer in enumerate(FAITHFUL):
        offers = on_sale(cast, buyer)
        rare = [offer for offer in offers if len(cast.offers[offer]["markets"]) < len(cast.all("market"))]
        common = [offer for offer in offers if offer not in rare]
        rare.sort(key=lambda offer: "de" in cast.offers[offer]["markets"])  # Hania looks at Germany
        yield from ((buyer, offer) for offer in (*rare[place : place + 2], common[place]))


def _asked_by_others(cast: Cast) -> Iterator[tuple[str, str]]:
    buyers = sorted((buyer for buyer in cast.buyers if buyer not in FAITHFUL), key=mark)
    for place, buyer in enumerate(buyers[:12]):
        offers = on_sale(cast, buyer)
        yield buyer, offers[7 * place % len(offers)]


def on_sale(cast: Cast, buyer: str) -> list[str]:
    """What the buyer could buy where they are, of shops that they do not work for."""
    market = cast.buyers[buyer]["market"]
    found = (
        id
        for id, offer in cast.offers.items()
        if market in offer["markets"] and not (buyer == "P-BRUNO" and offer["seller"] == "S-ANNA")
    )
    return sorted(found, key=mark)


def mark(id: str) -> int:
    """A number that looks random and never changes."""
    return crc32(id.encode())
