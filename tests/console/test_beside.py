"""More threads than connections: what waits leaves its own to the others."""

import threading
from queue import SimpleQueue

from django.db import connections

from helpdesk.console.beside import beside


def test_a_thread_that_waits_keeps_no_connection(database: str) -> None:
    kept: SimpleQueue[tuple[bool, bool]] = SimpleQueue()

    def loop(stop: threading.Event) -> None:
        while not stop.is_set():
            connections["default"].ensure_connection()
            before = connections["default"].connection is not None
            stop.wait(0.01)
            kept.put((before, connections["default"].connection is None))

    with beside(loop, name="one", stop=threading.Event(), patience=5):
        assert kept.get(timeout=10) == (True, True)


def test_it_ends_with_the_block() -> None:
    stop, over = threading.Event(), threading.Event()

    def loop(asked: threading.Event) -> None:
        while not asked.is_set():
            asked.wait(60)
        over.set()

    with beside(loop, name="one", stop=stop, patience=5):
        assert not over.is_set()
    assert stop.is_set()
    assert over.is_set()
