"""A client that costs little: one thread, a selector, and a kept connection for each of the clients."""

import selectors
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field

CHUNK = 65_536
Answers = dict[int, int]
"""How often each status came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What a few seconds of load showed; latencies in seconds."""

    seconds: float
    latencies: list[float]
    statuses: Answers

    @property
    def rate(self) -> float:
        """Answers per second."""
        return len(self.latencies) / self.seconds


@dataclass(slots=True)
class _Client:
    socket: socket.socket
    started_at: float = 0.0
    received: bytearray = field(default_factory=bytearray)

    def send(self, request: bytes) -> None:
        self.received.clear()
        self.started_at = time.perf_counter()
        self.socket.sendall(request)

    def status(self) -> int | None:
        """Take in what came; the status once the answer is whole."""
        chunk = self.socket.recv(CHUNK)
        if not chunk:
            raise ConnectionError("the server closed a kept connection")
        self.received += chunk
        end = self.received.find(b"\r\n\r\n")
        if end < 0:
            return None
        head = bytes(self.received[:end]).lower()
        length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        return int(head[9:12]) if len(self.received) >= end + 4 + length else None


def drive(*, port: int, clients: int, seconds: float, request: Callable[[], bytes]) -> Window:
    """Each client sends its next request as soon as the last is answered; requests under way are awaited."""
    selector = selectors.DefaultSelector()
    all_clients = [_Client(socket.create_connection(("127.0.0.1", port))) for _ in range(clients)]
    latencies: list[float] = []
    statuses: Answers = {}
    began = time.perf_counter()
    for client in all_clients:
        client.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        selector.register(client.socket, selectors.EVENT_READ, client)
        client.send(request())
    while selector.get_map():
        for key, _ in selector.select():
            if (status := key.data.status()) is None:
                continue
            now = time.perf_counter()
            latencies.append(now - key.data.started_at)
            statuses[status] = statuses.get(status, 0) + 1
            if now - began < seconds:
                key.data.send(request())
            else:
                selector.unregister(key.data.socket)
    ended = time.perf_counter()
    for client in all_clients:
        client.socket.close()
    return Window(seconds=ended - began, latencies=latencies, statuses=statuses)
