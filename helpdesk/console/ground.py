"""The ground a command stands on: a database that runs, a port that is free."""

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

from helpdesk.console import say
from helpdesk.console.embedded import cluster
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.console.embedded.trouble import Trouble


def database_url() -> str:
    """The operator's own server, if any."""
    return os.environ.get("HELPDESK_DATABASE_URL", "")


@contextmanager
def database(*, said: bool = False) -> Iterator[Cluster | None]:
    """The embedded server for as long as we need it; None when the operator names one of their own.

    `said`: print the step.
    """
    if database_url():
        yield None
        return
    began = time.monotonic()
    with cluster.running() as ours:
        if said:
            say.line(
                f"✓ PostgreSQL {ours.binaries.version} in {ours.data} ({time.monotonic() - began:.1f} s)"
            )
        yield ours


def refuse_taken_port(*, host: str, port: int) -> None:
    """Say so before anything starts when somebody listens there already."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise Trouble(
            f"Cannot listen on {host}:{port}: {error.strerror}.",
            remedy="Choose another with --port or --host.",
        ) from None


def address(host: str) -> str:
    """The numeric address of a host's name, preferring IPv4, as the web server wants it."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return min(str(entry[4][0]) for entry in sorted(found, key=lambda entry: entry[0]))
