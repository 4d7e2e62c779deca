"""Where we listen, and what people type to get there."""

import json
import os
import socket
from collections.abc import Sequence
from contextlib import suppress

from helpdesk.console.embedded.trouble import Trouble

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, not listened on
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
STREAMS_WITHIN = 20
"""How far behind the pages' port that of the streams may lie."""

SOMEWHERE_ELSE = ("192.0.2.1", 9)
"""An address for documentation: asking for the way there sends nothing."""


def numeric(host: str) -> str:
    """The numeric address of a name, as the web server wants it; IPv4 where there is one."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return str(min(found, key=lambda entry: entry[0])[4][0])


def refuse_taken_port(*, host: str, port: int) -> None:
    """Say so before anything starts when somebody listens there already, or nobody could."""
    try:
        address = numeric(host)
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address, port))
    except OSError as error:
        raise Trouble(
            f"Cannot listen on {host}:{port}: {error.strerror}.", remedy="Choose with --port or --host."
        ) from None


def public(*, host: str, port: int) -> str:
    """The address to open: HELPDESK_PUBLIC_URL, or this machine's where we listen everywhere."""
    name = socket.gethostname() if host in EVERYWHERE else host
    return os.environ.get("HELPDESK_PUBLIC_URL") or f"http://{f'[{name}]' if ':' in name else name}:{port}"


def announce(*, host: str, port: int) -> str:
    """Tell our children the public address and the names to answer to; returns the address."""
    address = public(host=host, port=port)
    os.environ["HELPDESK_PUBLIC_URL"] = address
    os.environ.setdefault("HELPDESK_ALLOWED_HOSTS", json.dumps(_names(host)))
    return address


def announce_readiness(*, host: str, port: int) -> None:
    """Tell our worker where to ask whether people can work."""
    address = numeric(host)
    name = f"[{address}]" if ":" in address else address
    os.environ.setdefault("HELPDESK_READY_URL", f"http://{name}:{port}/health/ready")


def announce_streams(*, host: str, port: int) -> int:
    """Choose the next free port for live streams, and tell our children; returns it.

    Behind an operator's own address (HELPDESK_PUBLIC_URL) the proxy leads /live/ there, so pages ask there.
    """
    for found in range(port + 1, min(port + STREAMS_WITHIN, 65535) + 1):
        with suppress(Trouble):
            refuse_taken_port(host=host, port=found)
            behind_proxy = "HELPDESK_PUBLIC_URL" in os.environ
            os.environ.setdefault("HELPDESK_LIVE_URL", "/" if behind_proxy else f":{found}")
            return found
    raise Trouble(f"No port between {port} and {port + STREAMS_WITHIN} is free for live streams.")


def _names(host: str) -> Sequence[str]:
    names = {*LOOPBACK, f"[{host}]" if ":" in host else host}
    if host in EVERYWHERE:
        names.add(socket.gethostname())
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(SOMEWHERE_ELSE)
            names.add(probe.getsockname()[0])
    return sorted(names)
