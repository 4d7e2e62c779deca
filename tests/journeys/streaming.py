"""The live streams as they are served, inside the test's process, and the sequencer that wakes them."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connections
from django.test import override_settings
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.embed import Server

from helpdesk.archive import actions as archive
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.portal.live.application import Streams


class Streaming:
    """A stream process that a test may stop and start again on its port."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.streams = Streams()
        self._server: Server | None = None
        self._loop: asyncio.AbstractEventLoop
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Until it listens."""
        self.streams = Streams()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))
        self._thread.start()
        while not self._listens():
            time.sleep(0.02)

    def stop(self) -> None:
        """As a process ends: all streams with it."""
        assert self._server is not None
        assert self._thread is not None
        self._loop.call_soon_threadsafe(self.streams.hub.end_all)  # granian waits for those that are open
        self._loop.call_soon_threadsafe(self._server.stop)  # its flag belongs to its loop
        self._thread.join()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._server = Server(
            self.streams,
            port=self.port,
            interface=Interfaces.ASGI,
            log_level=LogLevels.error,
        )
        await self._server.serve()

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


@contextmanager
def streaming(*, pages: str) -> Iterator[Streaming]:
    """Streams for the pages at this address, and a sequencer, for as long as the block lasts."""
    server, stop = Streaming(), threading.Event()
    ours = settings.HELPDESK.model_copy(update={"live_url": f":{server.port}", "public_url": pages})
    number = threading.Thread(target=_number, args=[stop])
    with override_settings(HELPDESK=ours):
        server.start()
        number.start()
        try:
            yield server
        finally:
            stop.set()
            number.join()
            server.stop()


def _number(stop: threading.Event) -> None:
    while not stop.wait(0.05):
        archive.number_entries(actor=SYSTEM, now=clock.now())
    connections.close_all()
