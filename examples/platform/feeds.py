"""What Helpdesk tells: standings for the search, and what changed of measures, cases and agreements."""

import logging
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from client import Client, Trouble
from signatures import Unverified, check_standings
from store import Store

FEEDS = {"measures": "/measures", "outcomes": "/case-outcomes", "agreements": "/agreements"}
PAGE = 100
STOPS: Final = ("selling_restriction", "suspension", "removal")
"""Measures that take a shop's offers out of the catalogue while they are in force."""

_log = logging.getLogger("feeds")


class Feeds:
    """Reads on from where it stopped; `look` may be called by anybody at any time."""

    def __init__(self, *, store: Store, client: Client, receipt_key: str) -> None:
        self._store, self._client, self._pinned = store, client, receipt_key
        self._lock = threading.Lock()
        self.trouble = ""

    def look(self) -> None:
        """Take in what is new. What goes wrong is told on the page, and tried again with the next look."""
        with self._lock:
            try:
                self._standings()
                for feed, path in FEEDS.items():
                    self._changes(feed, path)
                self.trouble = ""
            except (Trouble, Unverified) as error:
                self.trouble = str(error)
                _log.warning("feeds are not read: %s", error)

    def run(self, *, stop: threading.Event, seconds: float) -> None:
        """Look again and again."""
        while not stop.wait(seconds):
            self.look()

    def valid_until(self) -> datetime | None:
        """Until when the standings that we hold count; None before the first look."""
        kept = self._store.get("standings.valid_until")
        return datetime.fromisoformat(kept) if kept else None

    def is_open(self, *, now: datetime) -> bool:
        """Whether search has to do without: everybody counts 1.0 then."""
        until = self.valid_until()
        return until is None or now >= until

    def _standings(self) -> None:
        after = int(self._store.get("standings.after", "-1"))
        while True:
            page = self._client.get("/standings", changed_after=after, limit=PAGE)
            check_standings(page=page, after=after, keys=self._keys())
            for row in page["data"]:
                self._store.rank(row)
                after = row["number"]
            self._store.put("standings.after", str(after))
            self._store.put("standings.valid_until", page["valid_until"])
            if page["next"] is None:
                return

    def _keys(self) -> Sequence[str]:
        """The pinned key, else those that Helpdesk showed at the first look, which stay."""
        if self._pinned:
            return [self._pinned]
        if not self._store.get("keys"):
            shown = self._client.get("/log")["receipt_keys"]
            self._store.put("keys", "\n".join(key["vkey"] for key in shown))
        return self._store.get("keys").splitlines()

    def _changes(self, feed: str, path: str) -> None:
        after = int(self._store.get(f"{feed}.through", "-1"))
        for page in self._client.pages(path, after=after, limit=PAGE):
            for row in page["data"]:
                self._store.note_change(feed=feed, row=row)
            self._store.put(f"{feed}.through", str(page["through"]))

    def stopped(self, *, seller: str, now: datetime) -> bool:
        """Whether a measure keeps this shop's offers out of the catalogue at this instant."""
        latest = {row["id"]: row for row in reversed(self._store.changes("measures", limit=500))}
        return any(_stops(row, seller, now) for row in latest.values())


def _stops(row: dict[str, Any], seller: str, now: datetime) -> bool:
    """As it was when we last heard of it: one that begins or ends by itself does so by its own dates."""
    if row["seller_external_id"] != seller or row["kind"] not in STOPS:
        return False
    if row["phase"] in ("lifted", "stayed"):
        return False
    ends = row["ends_at"] and datetime.fromisoformat(row["ends_at"])
    return datetime.fromisoformat(row["starts_at"]) <= now and (ends is None or now < ends)


def utcnow() -> datetime:
    """The present instant."""
    return datetime.now(UTC)
