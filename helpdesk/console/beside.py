"""Threads of the worker: what one of them waits for, no other has to."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connections


class _Resting(threading.Event):
    """A thread's own look at `stop`: while it waits, its connection is in the pool, for the others.

    There are more threads than connections: each that kept its own would leave one of the others without.
    """

    def __init__(self, stop: threading.Event) -> None:
        super().__init__()
        self._stop = stop

    def is_set(self) -> bool:
        return self._stop.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        connections["default"].close()
        return self._stop.wait(timeout)


@contextmanager
def beside(
    loop: Callable[[threading.Event], None], *, name: str, stop: threading.Event, patience: float
) -> Iterator[None]:
    """Run `loop(stop)` in a thread of its own until the block ends, and let go of its connections then;
    of the pool's whenever it waits.

    Sets `stop` at the end of the block, and waits so many seconds for the step in hand.
    """

    def run() -> None:
        try:
            loop(_Resting(stop))
        finally:
            connections.close_all()

    thread = threading.Thread(target=run, name=name, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(patience)
