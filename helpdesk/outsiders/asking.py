"""One request to a machine of somebody else: so many bytes, so many seconds, no way to send us elsewhere.

`http.client` follows no redirects and asks no proxy. Its own timeout begins anew with each byte that arrives;
so a timer cuts the connection of whoever sends one byte now and then.
"""

import http.client
import socket
import ssl
import threading
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, whole. `content_type` without parameters, in lower case."""

    status: int
    content_type: str
    body: bytes


class Unanswered(Exception):
    """No whole answer came in time, or it was too large. The text says which, for the log of the worker."""


def get(*, url: str, most: int, seconds: float) -> Answer:
    """The answer to a GET, of at most `most` bytes, within `seconds` once connected. Raises Unanswered."""
    return _answer(url, "GET", None, {}, most, seconds)


def post(*, url: str, body: bytes, content_type: str, most: int, seconds: float) -> Answer:
    """The answer, of at most `most` bytes, within `seconds` once connected. Raises Unanswered."""
    return _answer(url, "POST", body, {"Content-Type": content_type}, most, seconds)


def _answer(
    url: str, method: str, body: bytes | None, headers: dict[str, str], most: int, seconds: float
) -> Answer:
    parts = urlsplit(url)
    cut = threading.Event()
    connection = _connection(parts, seconds)
    timer = threading.Timer(seconds, _cut, [connection, cut])
    try:
        connection.connect()
        timer.start()
        answer = _asked(connection, parts, method, body, headers, most)
    except (OSError, http.client.HTTPException) as error:
        raise Unanswered("it took too long" if cut.is_set() else _why(error)) from None
    finally:
        timer.cancel()
        connection.close()
    if cut.is_set():
        raise Unanswered("it took too long")
    if len(answer.body) > most:
        raise Unanswered(f"more than {most} bytes")
    return answer


def _connection(parts: SplitResult, seconds: float) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, parts.port, timeout=seconds, context=context)
    return http.client.HTTPConnection(host, parts.port, timeout=seconds)


def _asked(
    connection: http.client.HTTPConnection,
    parts: SplitResult,
    method: str,
    body: bytes | None,
    headers: dict[str, str],
    most: int,
) -> Answer:
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection.request(method, path, body, headers | {"User-Agent": "Helpdesk", "Connection": "close"})
    answer = connection.getresponse()
    kind = answer.headers.get_content_type()  # without parameters, in lower case
    return Answer(status=answer.status, content_type=kind, body=answer.read(most + 1))


def _cut(connection: http.client.HTTPConnection, cut: threading.Event) -> None:
    cut.set()
    with suppress(OSError, AttributeError):  # closed meanwhile
        connection.sock.shutdown(socket.SHUT_RDWR)


def _why(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]
