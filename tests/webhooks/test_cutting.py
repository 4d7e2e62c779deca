"""Whoever sends a byte now and then is cut off in time: in a head, in a body, and while shaking hands."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from helpdesk.kernel import clock
from helpdesk.outsiders import asking, fetching, knocking
from helpdesk.outsiders.guarding import Target

SECONDS = 0.3
PATIENCE = 6.0  # for so long the dribbler goes on
HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"

Greet = Callable[[socket.socket, threading.Event], socket.socket]


@contextmanager
def dribbling(*, head: bytes, greet: Greet = lambda taken, _: taken) -> Iterator[int]:
    """A port that answers with a head, and then a byte now and then for ever."""
    over = threading.Event()

    def answer(server: socket.socket) -> None:
        with suppress(OSError):
            taken, _ = server.accept()
            with greet(taken, over) as greeted:
                greeted.recv(65536)
                greeted.sendall(head)
                while not over.wait(0.05):
                    greeted.sendall(b"x")

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=answer, args=[server], daemon=True)
        thread.start()
        stop = threading.Timer(PATIENCE, over.set)
        stop.start()
        try:
            yield server.getsockname()[1]
        finally:
            stop.cancel()
            over.set()
            thread.join(5)


def target(port: int, *, is_https: bool = False) -> Target:
    return Target(host="localhost", port=port, is_https=is_https, path="/", is_trusted=True)


def knock(port: int, *, is_https: bool = False) -> knocking.Knocked:
    return knocking.post(
        target=target(port, is_https=is_https),
        addresses=["127.0.0.1"],
        headers={},
        body=b"{}",
        seconds=SECONDS,
        most=1000,
    )


def fetch(port: int) -> asking.Answer:
    return fetching.fetch(
        target=target(port), addresses=["127.0.0.1"], headers={}, seconds=SECONDS, most=1000
    )


def get(port: int) -> asking.Answer:
    return asking.get(url=f"http://127.0.0.1:{port}/", most=1000, seconds=SECONDS)


def soon(began: float) -> bool:
    return monotonic() - began < PATIENCE / 2


@pytest.mark.parametrize("ask", [fetch, get])
@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\nX: ", HEAD], ids=["head", "body"])
def test_no_answer_is_waited_for_byte_by_byte(head: bytes, ask: Callable[[int], object]) -> None:
    began = monotonic()
    with dribbling(head=head) as port:
        with pytest.raises(asking.Unanswered, match="it took too long"):
            ask(port)
        assert soon(began)


def test_a_request_counts_by_its_head_and_its_body_is_not_waited_for() -> None:
    began = monotonic()
    with dribbling(head=HEAD) as port:
        knocked = knock(port)
        assert (knocked.status, knocked.failure, soon(began)) == (200, None, True)


def test_whoever_takes_long_to_shake_hands_gains_no_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time is over while hands are shaken; what comes afterwards is not waited for."""
    certificate = write_certificate(tmp_path)
    server, client = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context(cafile=certificate)
    server.load_cert_chain(certificate)
    monkeypatch.setattr(ssl, "create_default_context", lambda: client)
    connect = socket.create_connection

    def slowly(address: tuple[str, int], share: float) -> socket.socket:
        threading.Event().wait(SECONDS * 2 / 3)
        return connect(address, share)

    def greet(taken: socket.socket, over: threading.Event) -> socket.socket:
        over.wait(SECONDS * 2 / 3)
        return server.wrap_socket(taken, server_side=True)

    monkeypatch.setattr(socket, "create_connection", slowly)
    began = monotonic()
    with dribbling(head=b"HTTP/1.1 200 OK\r\nX: ", greet=greet) as port:
        knocked = knock(port, is_https=True)
        assert (knocked.status, knocked.failure) == (None, knocking.Failure.TIMEOUT)
        assert soon(began)


def write_certificate(folder: Path) -> Path:
    """Of localhost, with its key, for this day."""
    key, now = ec.generate_private_key(ec.SECP256R1()), clock.now()
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder(issuer_name=name, subject_name=name, public_key=key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "localhost.pem"
    plain = serialization.NoEncryption()
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption_algorithm=plain
    )
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return file
