"""A cable between clients and web, to be cut at the worst moment: the deed is committed, nobody was told."""

import re
import socket
import threading
from collections.abc import Callable
from contextlib import closing, suppress

CHUNK = 65_536
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_KEY = re.compile(rb"\r\nidempotency-key: *([^\r]+)", re.IGNORECASE)


class Cable:
    """Listens on a port of its own and passes each request on; `kill` is called when a cut is due."""

    def __init__(self, *, to: int, kill: Callable[[], None]) -> None:
        self._to, self._kill = to, kill
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]
        self._armed, self._lock = False, threading.Lock()
        self.cut = threading.Event()
        self.victims: list[str] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> "Cable":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def arm(self) -> None:
        """The next 201 is not passed on: the web dies as its first bytes arrive."""
        self.cut.clear()
        with self._lock:
            self._armed = True

    def _listen(self) -> None:
        with suppress(OSError):  # closed
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._carry, args=[connection], daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        with closing(client), suppress(OSError):
            request = _whole(client)
            with socket.create_connection(("127.0.0.1", self._to)) as server:
                server.sendall(request)
                answer = server.recv(CHUNK)
                if answer.startswith(b"HTTP/1.1 201") and self._is_due():
                    self._cut(request)
                    return
                while answer:
                    client.sendall(answer)
                    answer = server.recv(CHUNK)

    def _is_due(self) -> bool:
        with self._lock:
            due, self._armed = self._armed, False
        return due

    def _cut(self, request: bytes) -> None:
        self._kill()
        key = _KEY.search(request)
        assert key is not None
        self.victims.append(key[1].decode())
        self.cut.set()


def _whole(client: socket.socket) -> bytes:
    """A request with its body."""
    request = b""
    while True:
        chunk = client.recv(CHUNK)
        if not chunk:
            raise ConnectionError("the client left")
        request += chunk
        head, end, body = request.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if end and len(body) >= (int(length[1]) if length else 0):
            return request
