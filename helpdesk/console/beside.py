"""Threads of the worker: what one of them waits for, no other has to."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connections


@contextmanager
def beside(
    loop: Callable[[threading.Event], None], *, name: str, stop: threading.Event, patience: float
) -> Iterator[None]:
    """Run `loop(stop)` in a thread of its own until the block ends, and let go of its connections then.

    Sets `stop` at the end of the block, and waits so many seconds for the step in hand.
    """

    def run() -> None:
        try:
            loop(stop)
        finally:
            connections.close_all()

    thread = threading.Thread(target=run, name=name, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(patience)
