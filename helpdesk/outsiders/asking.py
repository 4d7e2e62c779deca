"""One request to a machine of somebody else: so many bytes, so many seconds, no way to send us elsewhere.

`http.client` follows no redirects and asks no proxy; a timer cuts the connection of whoever sends one byte
now and then.
"""

import http.client
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from helpdesk.outsiders.cutting import Cut


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
    cut, connection = Cut(), _connection(parts, seconds)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.connect()
        cut.hold(connection.sock)
        with cut.after(seconds=seconds):
            answer = answer_of(connection, method=method, path=path, body=body, headers=headers, most=most)
    except (OSError, http.client.HTTPException) as error:
        raise Unanswered("it took too long" if cut.is_made else _why(error)) from None
    finally:
        connection.close()
    return whole(answer, cut=cut, most=most)


def answer_of(
    connection: http.client.HTTPConnection,
    /,
    *,
    method: str,
    path: str,
    body: bytes | None,
    headers: Mapping[str, str],
    most: int,
) -> Answer:
    """One byte more than `most` at most is read. Raises OSError, HTTPException."""
    connection.request(method, path, body, {**headers, "User-Agent": "Helpdesk", "Connection": "close"})
    answer = connection.getresponse()
    kind = answer.headers.get_content_type()  # without parameters, in lower case
    return Answer(status=answer.status, content_type=kind, body=answer.read(most + 1))


def whole(answer: Answer, /, *, cut: Cut, most: int) -> Answer:
    """An answer that came to its end. Raises Unanswered."""
    if cut.is_made:
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


def _why(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]
