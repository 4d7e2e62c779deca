"""The streams' application, under ASGI: one costs a socket and a queue, no thread and no connection."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from django.db import Error, connections

from helpdesk.kernel.refusal import Busy
from helpdesk.portal.live import telling, visitors
from helpdesk.portal.live.addresses import PATH, may_ask
from helpdesk.portal.live.following import Follower
from helpdesk.portal.live.hub import Hub, Stream
from helpdesk.portal.live.telling import Missed

_R = TypeVar("_R")
_Send = Callable[[dict[str, Any]], Awaitable[None]]
_Receive = Callable[[], Awaitable[Mapping[str, Any]]]
_Headers = list[tuple[bytes, bytes]]

_STREAM: _Headers = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),  # proxies hand on each line at once
]
_EMPTY: _Headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]


class Streams:
    """One process's streams. Begins and ends with the server (`lifespan`)."""

    def __init__(self) -> None:
        self.hub = Hub()
        self._asking = ThreadPoolExecutor(4, thread_name_prefix="ask")

    async def __call__(self, scope: MutableMapping[str, Any], receive: _Receive, send: _Send) -> None:
        """As servers call it."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _live(self, receive: _Receive, send: _Send) -> None:
        await receive()
        follower = Follower(self.hub, asyncio.get_running_loop())
        follower.start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.hub.end_all()
        await asyncio.to_thread(follower.stop)
        self._asking.shutdown(wait=True)
        await send({"type": "lifespan.shutdown.complete"})

    async def _answer(self, scope: Mapping[str, Any], receive: _Receive, send: _Send) -> None:
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]
        }
        shared = _shared(headers.get("origin", ""))
        if (status := _refused(scope, headers)) is not None:
            return await _say(send, status, [])
        try:
            found = await self._begin(scope, headers)
        except (Error, Busy):
            return await _say(send, 503, shared)
        if isinstance(found, int):
            return await _say(send, found, shared)
        stream, missed = found
        try:
            await send({"type": "http.response.start", "status": 200, "headers": [*_STREAM, *shared]})
            await _talk(stream, missed, receive, send)
        finally:
            self.hub.leave(stream)

    async def _begin(
        self, scope: Mapping[str, Any], headers: Mapping[str, str]
    ) -> tuple[Stream, Missed] | int:
        """The stream, in the hub before it is asked what was missed; or the status that refuses it."""
        visitor = await self._ask(partial(visitors.visitor, cookies=headers.get("cookie", "")))
        if visitor is None:
            return 401
        stream = self.hub.join(visitor)
        if stream is None:
            return 429
        place = telling.place(headers=headers, query=scope["query_string"])
        try:
            return stream, await self._ask(partial(telling.missed, actor=visitor.actor, place=place))
        except BaseException:
            self.hub.leave(stream)
            raise

    async def _ask(self, question: Callable[[], _R]) -> _R:
        """A question to the database, in a thread that keeps no connection afterwards."""

        def asked() -> _R:
            try:
                return question()
            finally:
                connections.close_all()

        return await asyncio.get_running_loop().run_in_executor(self._asking, asked)


async def _talk(stream: Stream, missed: Missed, receive: _Receive, send: _Send) -> None:
    """Until the browser hangs up, or the stream ends."""

    async def say(frame: bytes) -> None:
        await send({"type": "http.response.body", "body": frame, "more_body": True})

    talking = asyncio.ensure_future(telling.tell(stream=stream, missed=missed, say=say))
    leaving = asyncio.ensure_future(_until_gone(receive))
    try:
        await asyncio.wait((talking, leaving), return_when=asyncio.FIRST_COMPLETED)
    finally:
        leaving.cancel()
        talking.cancel()
        with suppress(asyncio.CancelledError, Exception):  # whoever hung up is told nothing more
            await talking
            await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _until_gone(receive: _Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _refused(scope: Mapping[str, Any], headers: Mapping[str, str]) -> int | None:
    """404 for anything but the stream, 403 for pages that are not ours."""
    if scope["path"] != PATH or scope["method"] != "GET":
        return 404
    sent = (headers.get(name, "") for name in ("origin", "host", "sec-fetch-site"))
    return None if may_ask(**dict(zip(("origin", "host", "site"), sent, strict=True))) else 403


def _shared(origin: str) -> _Headers:
    """What lets a page on another port of ours read the answer."""
    vary = [(b"vary", b"Origin, Cookie")]
    if not origin:
        return vary
    allow = (b"access-control-allow-origin", origin.encode("latin-1"))
    return [*vary, allow, (b"access-control-allow-credentials", b"true")]


async def _say(send: _Send, status: int, shared: _Headers) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [*_EMPTY, *shared]})
    await send({"type": "http.response.body", "body": b"", "more_body": False})
