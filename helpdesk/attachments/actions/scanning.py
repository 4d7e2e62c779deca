"""ClamAV's daemon, asked over its socket: the command INSTREAM of clamd(8), and nothing else."""

import re
import socket
import struct
import time
from contextlib import closing
from typing import BinaryIO

CONNECT_SECONDS = 5.0
PAUSE_SECONDS = 30.0
"""Without a byte from the daemon, or one taken by it."""

WHOLE_SECONDS = 180.0
_BLOCK = 1 << 17
_LONGEST = 4096  # bytes of an answer
_FOUND = re.compile(rb"stream: (.{1,200}) FOUND")
_CLEAN = b"stream: OK"


class NoAnswer(Exception):
    """The daemon is down, slow, or says what nobody understands: the file stays in quarantine."""


def scan(*, address: str, content: BinaryIO) -> str | None:
    """The name of what was found, or None. `address`: host:port, or the path of a socket. Raises NoAnswer."""
    until = time.monotonic() + WHOLE_SECONDS
    try:
        with closing(_connected(address)) as daemon:
            daemon.sendall(b"zINSTREAM\0")
            while block := content.read(_BLOCK):
                daemon.settimeout(_left(until))
                daemon.sendall(struct.pack(">I", len(block)) + block)
            daemon.sendall(struct.pack(">I", 0))
            return _verdict(_answer(daemon, until))
    except OSError as error:  # a timeout is one of these
        raise NoAnswer(str(error)) from error


def _connected(address: str) -> socket.socket:
    if address.startswith("/"):
        daemon = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        daemon.settimeout(CONNECT_SECONDS)
        try:
            daemon.connect(address)
        except OSError:
            daemon.close()
            raise
        return daemon
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=CONNECT_SECONDS)


def _left(until: float) -> float:
    left = min(PAUSE_SECONDS, until - time.monotonic())
    if left <= 0:
        raise NoAnswer("it takes too long")
    return left


def _answer(daemon: socket.socket, until: float) -> bytes:
    """Up to the NUL that ends it."""
    said = b""
    while b"\0" not in said:
        daemon.settimeout(_left(until))
        more = daemon.recv(_LONGEST)
        if not more or len(said) > _LONGEST:
            raise NoAnswer(f"an answer that does not end: {said[:80]!r}")
        said += more
    return said.partition(b"\0")[0]


def _verdict(said: bytes) -> str | None:
    if said == _CLEAN:
        return None
    if found := _FOUND.fullmatch(said):
        return found[1].decode("ascii", "replace")
    raise NoAnswer(f"an answer that nobody understands: {said[:80]!r}")
