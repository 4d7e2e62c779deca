"""What happens in the demo: who asks what about which order and when, and who answers. Pure."""

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any
from zlib import crc32

from helpdesk.kernel import clock
from helpdesk.workdays import known
from helpdesk.workdays.calendar import Calendar

RECORDS = files("helpdesk.console.demo") / "marketplace.ndjson"
_STORIES = files("helpdesk.console.demo") / "stories.json"

# Counted hours before now of each question, and of its answer (None: still open), so that the demo looks the
# same on a Sunday: some are late, some due today, some have just come.
RHYTHM: tuple[tuple[float, float | None], ...] = (
    (2.2, None),
    (22.8, None),
    (41.0, 33.5),
    (13.5, None),
    (27.0, None),
    (9.0, 2.5),
    (64.0, 61.0),
    (0.4, None),
    (70.0, 38.0),
    (17.5, None),
    (33.0, 30.0),
    (25.4, None),
    (31.0, None),
    (7.0, None),
)
BROWSING = "before"  # the story about an offer
_WINDOW = timedelta(days=30)  # longer than any run of closed days and the longest question's age


@dataclass(frozen=True, kw_only=True)
class Event:
    """One message: `language` is the buyer's, whom both sides write to in the demo."""

    at: datetime
    order: str
    side: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Cast:
    """The demo file's own people, by the Platform's ids."""

    orders: Sequence[dict[str, Any]]
    offers: Sequence[dict[str, Any]]
    buyers: dict[str, dict[str, Any]]
    members: Sequence[dict[str, Any]]
    calendars: dict[str, Calendar]


def cast() -> Cast:
    """Read the demo file."""
    records = [json.loads(line) for line in RECORDS.read_text("utf-8").splitlines() if line.strip()]
    return Cast(
        orders=[record for record in records if record["type"] == "order"],
        offers=[record for record in records if record["type"] == "offer"],
        buyers={record["id"]: record for record in records if record["type"] == "buyer"},
        members=[record for record in records if record["type"] == "member"],
        calendars={record["id"]: _calendar(record) for record in records if record["type"] == "seller"},
    )


def _calendar(seller: dict[str, Any]) -> Calendar:
    place = seller["establishment"]
    found = known.calendar_for(country=place["country"], zone=place["time_zone"])
    assert found is not None, "the demo's sellers are at home in countries whose calendar is here"
    return found


def chosen(*, orders: Sequence[str], count: int) -> list[str]:
    """So many of the orders, of all sellers and buyers alike, always the same ones."""
    return sorted(orders, key=_mark)[:count]


def events(*, cast: Cast, orders: Sequence[str], now: datetime) -> list[Event]:
    """The messages about these orders, in the order of time."""
    by_id = {order["id"]: order for order in cast.orders}
    found = [event for order in orders for event in _story(cast, by_id[order], now)]
    return sorted(found, key=lambda event: event.at)


def browsing(*, cast: Cast, count: int, now: datetime) -> list[tuple[Event, str]]:
    """Questions before a sale, each with its buyer; `order` of these events is an offer."""
    offers = sorted(cast.offers, key=lambda offer: _mark(offer["id"]))[:count]
    buyers = sorted(cast.buyers.values(), key=lambda buyer: _mark(buyer["id"]))
    story = next(story for story in json.loads(_STORIES.read_text("utf-8")) if story["name"] == BROWSING)
    return [
        (
            Event(at=now - timedelta(hours=place, minutes=7), order=offer["id"], side="buyer", text=text),
            buyer["id"],
        )
        for place, (offer, buyer) in enumerate(zip(offers, buyers, strict=False))
        if (text := story["ask"].get(buyer["language"][:2], story["ask"]["en"]))
    ]


def _mark(order: str) -> int:
    """A number that looks random and never changes."""
    return crc32(order.encode())


def _story(cast: Cast, order: dict[str, Any], now: datetime) -> Iterator[Event]:
    stories = [
        story
        for story in json.loads(_STORIES.read_text("utf-8"))
        if story["name"] != BROWSING and story.get("seller", order["seller"]) == order["seller"]
    ]
    mark = _mark(order["id"])
    story, (asked, answered) = stories[mark % len(stories)], RHYTHM[(mark >> 8) % len(RHYTHM)]
    language = str(cast.buyers[order["buyer"]]["language"])[:2]
    spoken = language if language in story["ask"] else "en"
    calendar = cast.calendars[order["seller"]]
    apart = timedelta(seconds=mark % 3000)  # nobody writes on the stroke of the hour
    yield Event(
        at=_ago(calendar, asked, now) - apart, order=order["id"], side="buyer", text=story["ask"][spoken]
    )
    if answered is not None:
        at = _ago(calendar, answered, now) - apart
        yield Event(at=at, order=order["id"], side="seller", text=story["reply"][spoken])


def _ago(calendar: Calendar, hours: float, now: datetime) -> datetime:
    """The latest instant from which so many counted hours lead to now."""
    end, wanted = clock.to_us(now), int(hours * 3_600_000_000)
    instants = range(clock.to_us(now - _WINDOW), end)
    found = bisect_right(instants, -wanted, key=lambda at: -calendar.counted(start=at, end=end))
    return clock.from_us(instants[found - 1])
