"""The end of a request that takes too long, whatever its connection is doing by then.

A timeout of a socket begins anew with each byte that arrives; and `http.client` lets go of a socket as soon
as the head of the last answer has come, while its body is still read. So the socket is held here.
"""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Cut:
    """A connection is given its socket to hold; whoever asks reads `is_made` behind an error."""

    def __init__(self) -> None:
        self._made = threading.Event()
        self._sock: socket.socket | None = None

    @property
    def is_made(self) -> bool:
        """Whether it took too long."""
        return self._made.is_set()

    def hold(self, sock: socket.socket) -> None:
        """The socket to cut, in the place of one before. Raises TimeoutError when it is too late by now."""
        self._sock = sock
        if self.is_made:
            raise TimeoutError

    @contextmanager
    def after(self, *, seconds: float) -> Iterator[None]:
        """It is made so many seconds after the block began, unless that has ended."""
        timer = threading.Timer(seconds, self._make)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _make(self) -> None:
        self._made.set()
        if self._sock is not None:
            with suppress(OSError):  # closed meanwhile
                # not TLS's own, which goes on without TLS
                socket.socket.shutdown(self._sock, socket.SHUT_RDWR)
