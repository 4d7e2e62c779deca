"""The streams' application without a network: who listens, and what they hear."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from asgiref.sync import sync_to_async
from django.db import connections
from django.test import Client

from helpdesk.archive import actions as archive
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.portal.live.addresses import PATH
from helpdesk.portal.live.application import Streams

PATIENCE = 10  # seconds; a slow machine's


class Ear:
    """One browser's stream: its status, then its frames."""

    def __init__(self, streams: Streams, client: Client | None, query: str = "", **headers: str) -> None:
        self.status = 0
        self.frames: list[dict[str, Any]] = []
        self._hung_up, self._news = asyncio.Event(), asyncio.Event()
        cookies = "; ".join(f"{name}={one.value}" for name, one in client.cookies.items()) if client else ""
        sent = {"host": "testserver", "cookie": cookies} | headers
        scope = {
            "type": "http",
            "method": "GET",
            "path": PATH,
            "query_string": query.encode(),
            "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in sent.items()],
        }
        self.done = asyncio.ensure_future(streams(scope, self._receive, self._send))

    async def _receive(self) -> dict[str, str]:
        await self._hung_up.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: dict[str, Any]) -> None:
        self.status = message.get("status", self.status)
        if message.get("body"):
            self.frames.append(_read(message["body"].decode()))
        self._news.set()

    async def until(self, heard: Callable[[], bool]) -> None:
        """Wait for it."""
        async with asyncio.timeout(PATIENCE):
            while not heard():
                self._news.clear()
                await self._news.wait()

    async def began(self) -> "Ear":
        """Until the first frame."""
        await self.until(lambda: bool(self.frames))
        return self

    def numbers(self) -> list[int]:
        """Of the entries that were told, in order."""
        return [one["id"] for one in self.frames if one["event"] == "entry"]

    async def hang_up(self) -> None:
        """As a browser does."""
        self._hung_up.set()
        await self.done


def run(story: Callable[[Streams], Awaitable[None]]) -> None:
    """Begin the streams, play it, end them."""

    async def played() -> None:
        streams, told = Streams(), asyncio.Queue[dict[str, str]]()
        ready = asyncio.Event()

        async def send(message: dict[str, Any]) -> None:
            ready.set()

        life = asyncio.ensure_future(streams({"type": "lifespan"}, told.get, send))
        told.put_nowait({"type": "lifespan.startup"})
        await ready.wait()
        try:
            await story(streams)
        finally:
            told.put_nowait({"type": "lifespan.shutdown"})
            await life

    with ThreadPoolExecutor(1) as apart:  # a browser of another test may have a loop in this thread
        apart.submit(asyncio.run, played()).result()


async def do(deed: Callable[[], object]) -> None:
    """Something that asks the database, and the sequencer's step after it."""

    def done() -> None:
        try:
            deed()
            archive.number_entries(actor=SYSTEM, now=clock.now())
        finally:
            connections.close_all()

    await sync_to_async(done, thread_sensitive=False)()


def _read(frame: str) -> dict[str, Any]:
    parts = dict(line.split(": ", 1) for line in frame.strip().split("\n") if ": " in line)
    found: dict[str, Any] = {"event": parts["event"], "data": json.loads(parts.get("data", "{}"))}
    return found | ({"id": int(parts["id"])} if "id" in parts else {})
