"""The thread that listens to the database for all streams of a process, on one connection."""

import asyncio
import json
import logging
import threading
import time

import psycopg
from django.db import Error, connections

from helpdesk.archive import queries as archive
from helpdesk.archive.terms import CHANNEL
from helpdesk.composing.terms import CHANNEL as HINTS
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Busy
from helpdesk.portal.live import visitors
from helpdesk.portal.live.hub import Hub

PATIENCE_SECONDS = 1.0
"""How long nothing may be heard before the log is looked at all the same."""

LOOK_AGAIN_SECONDS = 2.0
"""How long a stream may outlive its session, or the role of its person."""

PAUSE_SECONDS = 0.5
"""Between attempts to reach a database that is away."""

AT_ONCE = 1_000

_log = logging.getLogger(__name__)


class Follower:
    """Tells the hub what is numbered, and whose session is over."""

    def __init__(self, hub: Hub, loop: asyncio.AbstractEventLoop) -> None:
        self._hub, self._loop = hub, loop
        self._stop = threading.Event()
        self._number: int | None = None
        self._looked_at = 0.0
        self._thread = threading.Thread(target=self._run, name="follow", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Ask it to end, and wait for the step in hand."""
        self._stop.set()
        self._thread.join(2 * PATIENCE_SECONDS)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._follow()
            except (psycopg.Error, Error, Busy) as error:  # it restarts; what it numbered stays
                _log.warning("the database does not answer: %s", error)
                self._stop.wait(PAUSE_SECONDS)
            finally:
                connections.close_all()

    def _follow(self) -> None:
        for heard in archive.heard_for_system(channels=[CHANNEL, HINTS], patience=PATIENCE_SECONDS):
            self._tell_hints([text for channel, text in heard if channel == HINTS])
            self._tell_entries()
            self._look_again()
            connections.close_all()
            if self._stop.is_set():
                return

    def _tell_hints(self, said: list[str]) -> None:
        for text in said:
            self._loop.call_soon_threadsafe(self._hub.hint, json.loads(text))

    def _tell_entries(self) -> None:
        if self._number is None:
            self._number = archive.last_number_for_system()
        while found := archive.logged_after(actor=SYSTEM, number=self._number, limit=AT_ONCE):
            self._number = found[-1].number
            self._loop.call_soon_threadsafe(self._hub.entries, found)

    def _look_again(self) -> None:
        if time.monotonic() - self._looked_at < LOOK_AGAIN_SECONDS:
            return
        self._looked_at = time.monotonic()
        if listening := {stream.visitor for stream in tuple(self._hub.streams)}:
            gone = visitors.gone(visitors=listening)
            self._loop.call_soon_threadsafe(self._hub.end, gone)
