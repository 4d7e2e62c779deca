"""What happens in the demo: who asks what about which order and when, and who answers. Pure."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

RECORDS = files("helpdesk.console.demo") / "marketplace.ndjson"
_STORIES = files("helpdesk.console.demo") / "stories.json"

# Hours before now of each question, and of its answer (None: still open). Some are late, some due today.
RHYTHM: tuple[tuple[float, float | None], ...] = (
    (3.0, None),
    (75.0, None),
    (21.0, None),
    (52.0, 47.5),
    (9.0, 2.5),
    (30.0, None),
    (120.0, 116.0),
    (1.2, None),
    (98.0, 60.0),
    (16.0, None),
    (170.0, 165.0),
    (6.5, 5.0),
)


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
    buyers: dict[str, dict[str, Any]]
    members: Sequence[dict[str, Any]]


def cast() -> Cast:
    """Read the demo file."""
    records = [json.loads(line) for line in RECORDS.read_text("utf-8").splitlines() if line.strip()]
    return Cast(
        orders=[record for record in records if record["type"] == "order"],
        buyers={record["id"]: record for record in records if record["type"] == "buyer"},
        members=[record for record in records if record["type"] == "member"],
    )


def events(*, cast: Cast, orders: Sequence[str], now: datetime) -> list[Event]:
    """The messages about these orders, in the order of time."""
    known = {order["id"]: order for order in cast.orders}
    found = [
        event
        for place, order in enumerate(orders)
        for event in _story(order, _language(cast, known[order]), place, now)
    ]
    return sorted(found, key=lambda event: event.at)


def _language(cast: Cast, order: dict[str, Any]) -> str:
    return str(cast.buyers[order["buyer"]]["language"])[:2]


def _story(order: str, language: str, place: int, now: datetime) -> Iterator[Event]:
    stories = [story for story in json.loads(_STORIES.read_text("utf-8")) if story["name"] != "fits"]
    story = stories[place % len(stories)]
    asked, answered = RHYTHM[place % len(RHYTHM)]
    apart = timedelta(minutes=7 * place)  # nobody writes on the stroke of the hour
    spoken = language if language in story["ask"] else "en"
    yield Event(at=now - timedelta(hours=asked) - apart, order=order, side="buyer", text=story["ask"][spoken])
    if answered is not None:
        yield Event(
            at=now - timedelta(hours=answered) - apart,
            order=order,
            side="seller",
            text=story["reply"][spoken],
        )
