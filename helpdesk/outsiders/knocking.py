"""One request to an address that somebody typed, over a connection to an address that was looked at before.

No redirect is followed and no proxy is asked; what comes back is read up to a limit and dropped.
"""

import http.client
import socket
import ssl
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from time import monotonic

from helpdesk.outsiders.cutting import Cut
from helpdesk.outsiders.guarding import Target

_TRIED = 3  # addresses of a name


class Failure(StrEnum):
    """Why no answer came."""

    TIMEOUT = "timeout"
    UNREACHED = "unreached"
    TLS = "tls"


@dataclass(frozen=True, slots=True, kw_only=True)
class Knocked:
    """The status of the answer, or why there was none; `millis`: how long it took."""

    status: int | None
    failure: Failure | None
    millis: int


def post(
    *,
    target: Target,
    addresses: Sequence[str],
    headers: Mapping[str, str],
    body: bytes,
    seconds: float,
    most: int,
) -> Knocked:
    """POST to one of the `addresses`, whatever the name leads to by now. At most `most` bytes are read.

    An answer counts once its head has come; whoever then sends on and on is cut off after `seconds`.
    """
    began, cut = monotonic(), Cut()
    connection = connection_to(target=target, addresses=addresses, seconds=seconds, cut=cut)
    status, failure = None, None
    try:
        with cut.after(seconds=seconds):
            connection.request(
                "POST", target.path, body, {**headers, "User-Agent": "Helpdesk", "Connection": "close"}
            )
            answer = connection.getresponse()
            status = answer.status
            with suppress(OSError, http.client.HTTPException):
                answer.read(most)
    except (OSError, http.client.HTTPException) as error:
        failure = Failure.TIMEOUT if cut.is_made else _why(error)
    finally:
        connection.close()
    return Knocked(status=status, failure=failure, millis=int((monotonic() - began) * 1000))


def connection_to(
    *, target: Target, addresses: Sequence[str], seconds: float, cut: Cut
) -> http.client.HTTPConnection:
    """Not yet open: it leads to one of the `addresses`, whatever the name leads to by then."""
    kind = _Tls if target.is_https else _Plain
    return kind(target, addresses, seconds, cut)


def _why(error: Exception) -> Failure:
    if isinstance(error, TimeoutError):
        return Failure.TIMEOUT
    return Failure.TLS if isinstance(error, ssl.SSLError) else Failure.UNREACHED


class _Plain(http.client.HTTPConnection):
    def __init__(self, target: Target, addresses: Sequence[str], seconds: float, cut: Cut) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self._addresses, self._seconds, self._cut = addresses[:_TRIED], seconds, cut

    def connect(self) -> None:
        """To the first of the addresses that takes us; none of them is looked up again."""
        share = self._seconds / len(self._addresses)
        for left, address in zip(range(len(self._addresses) - 1, -1, -1), self._addresses, strict=True):
            try:
                self.sock = socket.create_connection((address, self.port), share)
            except OSError:
                if not left:
                    raise
            else:
                self.sock.settimeout(self._seconds)
                self._cut.hold(self.sock)
                return


class _Tls(_Plain):
    default_port = http.client.HTTPS_PORT

    def connect(self) -> None:
        """The certificate must be the name's, whatever the address. Shaking hands can be cut, too."""
        super().connect()
        context = ssl.create_default_context()
        wrapped = context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
        self.sock = wrapped
        self._cut.hold(wrapped)
        wrapped.do_handshake()
