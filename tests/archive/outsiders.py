"""Machines of other people, on this machine: an HTTP server that answers a POST as a test says."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Reply:
    """What is sent back, and after it `drips`, a byte each 50 ms.

    `announced`: the length that the headers state, if it is not the body's.
    """

    status: int
    content_type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = field(default=())
    announced: int | None = None
    drips: bytes = b""


Answering = Callable[[str, bytes], Reply | None]
"""Of a path and a body; None: nothing is ever said."""


@contextmanager
def server(answer: Answering) -> Iterator[str]:
    """Its address while the block runs."""
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            reply = answer(self.path, body)
            if reply is None:
                over.wait(30)
                return
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.content_type)
            size = len(reply.body) if reply.announced is None else reply.announced
            self.send_header("Content-Length", str(size))
            for name, value in reply.headers:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)
            for byte in reply.drips:
                if over.wait(0.05):
                    return
                self.wfile.write(bytes([byte]))

        def log_message(self, *_: object) -> None:
            """Nothing on standard error."""

        def do_GET(self) -> None:
            raise AssertionError("nobody reads here")

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A client that hangs up is what some tests are about."""

    serving = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=serving.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{serving.server_port}"
    finally:
        over.set()
        serving.shutdown()
        serving.server_close()
        thread.join()
