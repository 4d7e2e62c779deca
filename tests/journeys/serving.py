"""The application as it is served, inside the test's process, on a port of its own."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


@contextmanager
def serving() -> Iterator[str]:
    """Its address, for as long as the block lasts."""
    from helpdesk.config.wsgi import application

    server = ThreadedWSGIServer(("localhost", 0), _Silent)
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


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """A test's output is its assertions."""
