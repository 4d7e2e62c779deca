"""Scenes: one thread for each thing that can happen to a clock, all of them in Anna's shop. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from helpdesk.console.demo import pacing
from helpdesk.console.demo.plan import (
    FAITHFUL,
    Event,
    Free,
    asked_by_the_faithful,
    language,
    mark,
    on_sale,
    stage,
)
from helpdesk.console.demo.records import Cast, Record
from helpdesk.console.demo.stories import Deed, Story
from helpdesk.console.demo.stories import scenes as known
from helpdesk.kernel import clock
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.localdays import local_date, zone_named
from helpdesk.workdays.moments import end_of_nth_business_day

_ALL_OF_THEM = "S-ANNA"
_APART = timedelta(minutes=24)  # the scenes' and shops' minutes, at most


@dataclass(frozen=True, kw_only=True)
class Breakdown:
    """Hours in which nobody could work here, and when that was decided (None: nobody has decided yet)."""

    starts: datetime
    ends: datetime
    published: datetime | None = None


def past(*, cast: Cast, now: datetime) -> Breakdown:
    """About two weeks ago, known to everybody within the hour."""
    starts = _morning(cast, now, 14, time(9))
    ends = starts + timedelta(hours=2)
    return Breakdown(starts=starts, ends=ends, published=ends + timedelta(minutes=40))


def proposed(*, cast: Cast, now: datetime) -> Breakdown:
    """On the latest business day before today; a person has to look at it."""
    starts = _morning(cast, now, 1, time(10, 20))
    return Breakdown(starts=starts, ends=starts + timedelta(minutes=45))


def _morning(cast: Cast, now: datetime, days: int, at: time) -> datetime:
    calendar = cast.calendar(seller=_ALL_OF_THEM, market="pl")
    return pacing.morning(calendar=calendar, now=now, days=days, at=at)


def scenes(*, cast: Cast, now: datetime, free: Free) -> list[Event]:
    """Every scene in Anna's shop and one in each other, in the order of time."""
    told = _Told()
    found = [
        event
        for number, seller in enumerate(cast.all("seller"))
        for scene in _of(seller, number)
        for event in _play(cast, seller, scene, now, free, told)
    ]
    return sorted(found, key=lambda event: event.at)


@dataclass
class _Told:
    """What has been used: nothing twice, and no text to two readers before it was told in every language."""

    taken: set[str] = field(default_factory=set)
    texts: Counter[tuple[str, str]] = field(default_factory=Counter)


def _of(seller: str, number: int) -> Sequence[Story]:
    if seller == _ALL_OF_THEM:
        return known()
    open_to_all = [scene for scene in known() if not scene.seller]
    return [open_to_all[number % len(open_to_all)]]


def _play(cast: Cast, seller: str, scene: Story, now: datetime, free: Free, told: _Told) -> Iterator[Event]:
    base = past(cast=cast, now=now).starts if scene.since else now
    earlier = _APART * (mark(seller + scene.name) % 100) / 100
    orders = [order for order in cast.orders.values() if order["seller"] == seller]
    calendar = cast.calendar(seller=seller, market=orders[0]["market"])
    instants = [pacing.at(calendar=calendar, base=base, hours=hours) - earlier for hours in scene.hours]
    if seller == _ALL_OF_THEM and scene.buyer:
        yield from _tell(cast, scene, instants, calendar, _offer(cast, scene.buyer, told), scene.buyer)
    elif order := _order(cast, orders, scene, instants, free, told):
        yield from _tell(cast, scene, instants, calendar, order["id"], order["buyer"])


def _order(
    cast: Cast, orders: Sequence[Record], scene: Story, instants: Sequence[datetime], free: Free, told: _Told
) -> Record | None:
    """One whose parcel is where the scene wants it: of the cast in Anna's shop, of others elsewhere."""

    def wish(order: Record) -> tuple[int, bool, int]:
        times = told.texts[scene.name, language(cast, order["buyer"])]
        is_cast = order["buyer"] in FAITHFUL
        return times, is_cast != (order["seller"] == _ALL_OF_THEM), mark(order["id"])

    for order in sorted(orders, key=wish):
        spoken = language(cast, order["buyer"])
        fits = stage(cast, order, instants[0], instants[-1]) == scene.stage and spoken in scene.said
        if fits and order["id"] not in told.taken and free(order["id"]):
            told.taken.add(order["id"])
            told.texts[scene.name, spoken] += 1
            return order
    return None


def _offer(cast: Cast, buyer: str, told: _Told) -> str:
    """One of Anna's that the buyer does not ask about anyhow."""
    asked = {offer for who, offer in asked_by_the_faithful(cast) if who == buyer}
    offers = (offer for offer in on_sale(cast, buyer) if cast.offers[offer]["seller"] == _ALL_OF_THEM)
    found = next(offer for offer in offers if offer not in asked | told.taken)
    told.taken.add(found)
    return found


def _tell(
    cast: Cast, scene: Story, instants: Sequence[datetime], calendar: Calendar, about: str, buyer: str
) -> Iterator[Event]:
    about_of = cast.orders if about in cast.orders else cast.offers
    words = scene.words(language=language(cast, buyer))
    for turn, (at, deed, text) in enumerate(zip(instants, scene.deeds, words, strict=True)):
        yield Event(
            at=at,
            about=about,
            buyer=buyer,
            seller=about_of[about]["seller"],
            deed=deed,
            text=text,
            turn=turn,
            promise_on=_day(calendar, at, scene.promise) if deed is Deed.PROMISE else None,
            reason=scene.reason if deed is Deed.WAIVE else "",
            files=scene.files.get(str(turn), ()),
        )


def _day(calendar: Calendar, at: datetime, days: int) -> date:
    """So many business days later."""
    end = end_of_nth_business_day(calendar=calendar, at=clock.to_us(at), n=days)
    return local_date(at=end - 1, zone=zone_named(calendar.zone))
