"""Browsers that listen: sockets of this machine, read by one thread."""

import selectors
import socket
import threading
import time
from collections.abc import Callable, Sequence
from types import TracebackType

from helpdesk.portal.live.addresses import PATH

_CHUNK = 65_536
_AT_ONCE = 20  # streams that are opened together
PATIENCE = 30.0  # seconds until those stand
_LOOK = 0.2  # seconds between two looks at whether it is over


class Listeners:
    """Streams of these sessions' cookies; `heard` has the instants (monotonic) of the events of `ear`."""

    def __init__(self, *, port: int, cookies: Sequence[str], ear: str) -> None:
        self._port, self._cookies, self._ear = port, cookies, ear
        self._selector = selectors.DefaultSelector()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._listen)
        self._begun, self._refused = 0, b""
        self.heard: list[float] = []
        self.others = 0
        """Events that came to anybody else."""

    def __enter__(self) -> "Listeners":
        self._thread.start()
        cookies = (*self._cookies, self._ear)
        for many, cookie in enumerate(cookies, start=1):
            self._selector.register(self._opened(cookie), selectors.EVENT_READ, cookie == self._ear)
            if many % _AT_ONCE == 0 or many == len(cookies):
                self._await_begun(many)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        for key in [*self._selector.get_map().values()]:
            self._selector.unregister(key.fileobj)
            key.fileobj.close()  # type: ignore[union-attr]

    def await_heard(self, *, count: int, seconds: float) -> None:
        """Until so many events came. Raises TimeoutError."""
        _await(lambda: len(self.heard) >= count, seconds, f"{len(self.heard)} of {count} events came")

    def _opened(self, cookie: str) -> socket.socket:
        browser = socket.create_connection(("127.0.0.1", self._port), timeout=PATIENCE)
        browser.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        asked = f"GET {PATH} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nCookie: {cookie}\r\n\r\n"
        browser.sendall(asked.encode())
        return browser

    def _await_begun(self, many: int) -> None:
        _await(lambda: self._begun >= many or bool(self._refused), PATIENCE, f"{many} streams did not begin")
        if self._refused:
            raise RuntimeError(f"a stream was refused: {self._refused!r}")

    def _listen(self) -> None:
        while not self._over.is_set():
            for key, _ in self._selector.select(_LOOK):
                said = key.fileobj.recv(_CHUNK)  # type: ignore[union-attr]
                now = time.monotonic()
                if not said:
                    self._refused = b"a stream ended"
                    return
                self._begun += said.count(b"event: begin")
                if said.startswith(b"HTTP/1.1 ") and not said.startswith(b"HTTP/1.1 200"):
                    self._refused = said[:40]
                self._note(said.count(b"event: entry"), now, is_ear=key.data)

    def _note(self, count: int, now: float, *, is_ear: bool) -> None:
        if is_ear:
            self.heard += [now] * count
        else:
            self.others += count


def _await(done: Callable[[], bool], seconds: float, sentence: str) -> None:
    until = time.monotonic() + seconds
    while not done():
        if time.monotonic() > until:
            raise TimeoutError(sentence)
        time.sleep(0.01)
