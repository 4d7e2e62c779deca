"""The marketplace: its catalogue and search, its orders, and its line to Helpdesk."""

import json
import logging
import threading
import time
from collections.abc import Mapping
from typing import Any

from client import Client, Trouble
from feeds import Feeds, utcnow
from ranking import Hit, search
from settings import Settings
from signatures import Unverified, check_webhook
from store import Record, Store
from trading import Trading

ABOUT = ("order", "offer", "conversation", "case")
DOING = ("ask", "problem", "open")
MOST = 9  # pieces of an order
FEW = 4  # buyers of one language

_log = logging.getLogger("market")


class Market:
    """All of it; threads may share it."""

    def __init__(self, settings: Settings) -> None:
        self.helpdesk = settings.helpdesk
        self._settings = settings
        self.store = Store(settings.store)
        self.client = Client(settings)
        self.trading = Trading(store=self.store, client=self.client)
        self.feeds = Feeds(store=self.store, client=self.client, receipt_key=settings.receipt_key)

    def open(self) -> None:
        """Tell Helpdesk of our records, register our webhook, and read the feeds once."""
        lines = self._settings.records.read_bytes()
        for line in lines.splitlines():
            if (record := json.loads(line))["type"] in ("market", "seller", "buyer", "offer"):
                self.store.keep(record)
        told = self.client.put_all(b"\n".join(_ours(lines)))
        _log.info(
            "records: %s", {name: told[name] for name in ("created", "updated", "unchanged") if name in told}
        )
        self._register()
        self.feeds.look()

    def _register(self) -> None:
        """Our webhook, once: its secret is shown that one time, and kept."""
        if self.store.get("webhook.secret"):
            return
        body = {"url": f"{self._settings.public}/webhooks", "kinds": [], "description": "Market Square"}
        try:
            made = self.client.post("/webhooks", body)
        except Trouble as trouble:
            _log.warning("no webhook: %s", trouble)
            return
        self.store.put("webhook.secret", made["secret"])

    def buyers(self) -> list[Record]:
        """Whom one may be here: a few of each language that we speak."""
        known = self.store.all("buyer")
        by_language = ([one for one in known if one["language"][:2] == each] for each in ("de", "pl", "en"))
        return [one for few in by_language for one in few[:FEW]]

    def sellers(self) -> dict[str, Record]:
        """By id."""
        return {one["id"]: one for one in self.store.all("seller")}

    def search(self, *, buyer: Mapping[str, Any], words: str) -> list[Hit]:
        """What fits and is sold where the buyer is, in the order that Helpdesk's feed has a say in."""
        now = utcnow()
        stopped = {id for id in self.sellers() if self.feeds.stopped(seller=id, now=now)}
        return search(
            offers=[one for one in self.store.all("offer") if one["seller"] not in stopped],
            words=words,
            language=str(buyer["language"])[:2],
            market=buyer["market"],
            standings=self.store.standings(),
            valid_until=self.feeds.valid_until(),
            now=now,
        )

    def buy(self, *, buyer: Record, offer: str, quantity: str) -> Record | None:
        """An order, unless there is no such offer where the buyer is, or its shop may not sell."""
        found = self.store.one("offer", offer)
        if found is None or buyer["market"] not in found["markets"]:
            return None
        now = utcnow()
        if self.feeds.stopped(seller=found["seller"], now=now):
            return None
        pieces = min(max(int(quantity), 1), MOST) if quantity.isascii() and quantity.isdigit() else 1
        return self.trading.order(buyer=buyer, offer=found, quantity=pieces, now=now)

    def launch(self, *, buyer: Record, asked: Mapping[str, str]) -> str:
        """An address of Helpdesk's that lets this buyer in, once, and leads to what they clicked."""
        to = {name: asked[name] for name in ABOUT if asked.get(name)}
        doing = asked.get("do", "open")
        body = {
            "side": "buyer",
            "person": f"ext:{buyer['id']}",
            "do": doing if doing in DOING and to else "open",
            "language": str(buyer["language"]),
        } | ({"to": to} if to else {})
        return str(self.client.post("/launches", body)["url"])

    def unread(self, *, buyer: Record) -> int:
        """How much is new for this buyer; 0 while Helpdesk cannot be asked."""
        try:
            told = self.client.get("/platform/unread", side="buyer", person=f"ext:{buyer['id']}")
        except Trouble:
            return 0
        return int(told["unread"])

    def hear(self, *, headers: Mapping[str, str], body: bytes) -> bool:
        """A webhook came: kept where its signature holds, and counted where it does not.

        A standing that was published is read at once; everything else waits for the next look.
        """
        secrets = self.store.get("webhook.secret").split()
        try:
            id = check_webhook(secrets=secrets, headers=headers, body=body, now=time.time())
        except Unverified as why:
            _log.warning("a webhook is refused: %s", why)
            self.store.put("webhook.refused", str(int(self.store.get("webhook.refused", "0")) + 1))
            return False
        event = json.loads(body)
        new = self.store.note_event(id=id, at=utcnow().isoformat(), body=event)
        if new and str(event.get("type", "")).endswith(
            ("standing.published", "measure.imposed", "measure.lifted")
        ):
            threading.Thread(target=self.feeds.look, daemon=True).start()
        return True


def _ours(lines: bytes) -> list[bytes]:
    """What a marketplace knows before anybody has bought: no orders of somebody else's past."""
    kinds = ("market", "seller", "member", "buyer", "offer")
    return [line for line in lines.splitlines() if line and json.loads(line)["type"] in kinds]
