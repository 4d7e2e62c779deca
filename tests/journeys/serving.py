"""The application as it is served, inside the test's process, on a port of its own."""

import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


@contextmanager
def serving() -> Iterator[str]:
    """Its address, for as long as the block lasts."""
    from helpdesk.config.wsgi import application

    server = _Ending(("localhost", 0), _Silent)
    server.set_app(_whole(application))
    thread = threading.Thread(target=server.serve_forever, args=[0.05])
    thread.start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _whole(application: "WSGIApplication") -> "WSGIApplication":
    """The same answers, closed before they leave: a browser that hangs up early leaves no file open here."""

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        environ.pop("wsgi.file_wrapper", None)  # granian has none either
        parts = application(environ, start_response)
        try:
            return [b"".join(parts)]
        finally:
            if close := getattr(parts, "close", None):
                close()

    return answer


class _Ending(ThreadedWSGIServer):
    """Closed once all that it had begun to answer is answered.

    A request that outlived it would open a pool of connections to a database that is about to be dropped.
    """

    daemon_threads = False  # so that closing waits for them

    def __init__(self, *args: Any) -> None:
        self._connected = set[socket.socket]()
        super().__init__(*args)

    def process_request(self, request: Any, client_address: Any) -> None:
        """In a thread of its own."""
        self._connected.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """The connection has ended."""
        self._connected.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        """Hear nothing more from browsers that keep a connection, and wait."""
        for one in [*self._connected]:
            with suppress(OSError):  # it hung up itself
                one.shutdown(socket.SHUT_RD)
        super().server_close()


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """A test's output is its assertions."""
