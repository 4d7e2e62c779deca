"""A receiver on this machine: it keeps what it was sent, and answers as it is told."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import msgspec


@dataclass(frozen=True)
class Got:
    """One request."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def event(self) -> dict[str, Any]:
        event: dict[str, Any] = msgspec.json.decode(self.body)
        return event

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]


@dataclass
class Receiver:
    """`judge` says the status of a request; `before` is waited for first."""

    url: str = ""
    port: int = 0
    got: list[Got] = field(default_factory=list)
    judge: Callable[[Got], int] = lambda _: 204
    before: threading.Event | None = None
    location: str = ""

    @property
    def place(self) -> str:
        """As the operator lists it."""
        return f"127.0.0.1:{self.port}"

    def taken(self) -> list[Got]:
        """What was answered with 2xx, in the order in which it came."""
        return [one for one in self.got if self.judge(one) < 300]


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver while the block runs."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            got = Got(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
            receiver.got.append(got)
            if receiver.before is not None:
                receiver.before.wait(20)
            self.send_response(receiver.judge(got))
            if receiver.location:
                self.send_header("Location", receiver.location)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing on standard error."""

    serving = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    serving.daemon_threads = True
    thread = threading.Thread(target=serving.serve_forever, args=[0.02], daemon=True)
    thread.start()
    receiver.port = serving.server_port
    receiver.url = f"http://{receiver.place}/hook?from=helpdesk"
    try:
        yield receiver
    finally:
        if receiver.before is not None:
            receiver.before.set()
        serving.shutdown()
        serving.server_close()
        thread.join()
