"""A small engine that speaks as LibreTranslate does: it says who it is, and writes backwards."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import msgspec

from helpdesk.translations.terms import Engine


@dataclass
class Playing:
    """What the engine answers, and what it was asked. `body` None: the words backwards."""

    engine: Engine
    version: str = "1.6.5"
    status: int = 200
    body: bytes | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)


@contextmanager
def playing(*, key: str = "") -> Iterator[Playing]:
    """The engine while the block runs."""
    playing = Playing(engine=Engine(url="http://nowhere.invalid", key=key))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            assert self.path == "/spec"
            self._say(200, msgspec.json.encode({"info": {"title": "Backwards", "version": playing.version}}))

        def do_POST(self) -> None:
            assert self.path == "/translate"
            said = msgspec.json.decode(self.rfile.read(int(self.headers["Content-Length"])))
            playing.asked.append(said)
            made = {"translatedText": "".join(reversed(said["q"]))}
            self._say(playing.status, msgspec.json.encode(made) if playing.body is None else playing.body)

        def _say(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing on standard error."""

    serving = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    serving.daemon_threads = True
    thread = threading.Thread(target=serving.serve_forever, args=[0.02], daemon=True)
    thread.start()
    playing.engine = Engine(url=f"http://127.0.0.1:{serving.server_port}/", key=key)
    try:
        yield playing
    finally:
        serving.shutdown()
        serving.server_close()
        thread.join()
