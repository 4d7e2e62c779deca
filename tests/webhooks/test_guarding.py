"""The guard: no address that somebody types leads into our own network, however it is written."""

import socket
import threading
from collections.abc import Sequence
from contextlib import suppress
from ipaddress import ip_address
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from helpdesk.outsiders import knocking
from helpdesk.outsiders.guarding import Shut, Target, addresses_of, is_public, target_of
from tests.webhooks.receiver import receiving

PUBLIC = "93.184.215.14"
INSIDE = (
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.0.0.7",
    "172.16.5.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.8",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:93.184.215.14",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "fe80::1",
    "fe80::1%1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2001:db8::1",
)

INNER = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "100.64.0.0/10")


def resolver(*answers: Sequence[str]) -> Any:
    """It gives each answer once, the last one for ever."""
    left = [*answers]

    def resolve(host: str, port: int, **_: object) -> list[tuple[Any, ...]]:
        found = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    return resolve


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_inside_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))
    written = f"[{address}]" if ":" in address else address
    with pytest.raises(Shut):
        target_of(url=f"https://{written}/hook")
    target = target_of(url="https://tools.example/hook")
    for answer in ([address], [PUBLIC, address]):
        with pytest.raises(Shut, match="private"):
            addresses_of(target=target, resolve=resolver(answer))


@given(some.sampled_from(INNER).flatmap(lambda network: some.ip_addresses(network=network)))
def test_no_private_address_is_public_even_mapped(address: Any) -> None:
    assert not is_public(address)
    assert not is_public(ip_address(f"::ffff:{address}"))
    assert not is_public(ip_address(f"64:ff9b::{address}"))


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])
def test_public_addresses_are(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://tools.example/hook", "https"),
        ("ftp://tools.example/hook", "https"),
        ("file:///etc/passwd", "https"),
        ("javascript:alert(1)", "form"),
        ("tools.example/hook", "form"),
        ("https://", "form"),
        ("https://tools", "form"),
        ("https://localhost/hook", "private"),
        ("https://2130706433/", "form"),
        ("https://0177.0.0.1/", "form"),
        ("https://0x7f.0.0.1/", "form"),
        ("https://127.1/", "form"),
        ("https://0x7f000001/", "form"),
        ("https://tools.example:0/", "form"),
        ("https://tools.example:70000/", "form"),
        ("https://anna:secret@tools.example/", "form"),
        ("https://tools.example\\@127.0.0.1/", "form"),
        ("https://tools.example/#part", "form"),
        ("https://tools.example/a b", "form"),
        ("https://tools.example/\r\nHost: x", "form"),
        ("https://töols.example/", "form"),
        ("https://tools.example./", "form"),
    ],
)
def test_odd_addresses_are_refused_before_any_name_is_resolved(url: str, why: str) -> None:
    with pytest.raises(Shut) as shut:
        target_of(url=url)
    assert shut.value.why == why


def test_a_good_one_is_taken_apart() -> None:
    assert target_of(url="https://tools.example:8443/hook?a=1") == Target(
        host="tools.example", port=8443, is_https=True, path="/hook?a=1", is_trusted=False
    )


@pytest.mark.parametrize(
    ("url", "allowed", "fine"),
    [
        ("http://127.0.0.1:8600/hook", "127.0.0.1:8600", True),
        ("http://[::1]:8600/hook", "[::1]:8600", True),
        ("https://shop.internal/hook", "shop.internal:443", True),
        ("http://127.0.0.1:8601/hook", "127.0.0.1:8600", False),
        ("http://127.0.0.2:8600/hook", "127.0.0.1:8600", False),
        ("http://localhost:8600/hook", "127.0.0.1:8600", False),
        ("http://127.0.0.1/hook", "127.0.0.1:8600", False),
    ],
)
def test_the_operator_allows_exact_places_and_no_others(url: str, allowed: str, fine: bool) -> None:
    if fine:
        assert target_of(url=url, allowed=[allowed]).is_trusted
        return
    with pytest.raises(Shut):
        target_of(url=url, allowed=[allowed])


@pytest.mark.parametrize("error", [OSError("no such name"), UnicodeError("too long")])
def test_a_name_that_leads_nowhere_says_so(error: Exception) -> None:
    def resolve(*_: object, **__: object) -> list[tuple[Any, ...]]:
        raise error

    with pytest.raises(Shut, match="name"):
        addresses_of(target=target_of(url="https://tools.example/"), resolve=resolve)


def test_a_resolver_that_changes_its_mind_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name leads to a public address when it is looked at, and to a trap on this machine ever after."""
    target = target_of(url="https://tools.example/hook")
    rebinding = resolver([PUBLIC], ["127.0.0.1"])
    addresses = addresses_of(target=target, resolve=rebinding)
    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    asked: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], *_: object) -> socket.socket:
        asked.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    knocked = knocking.post(target=target, addresses=addresses, headers={}, body=b"", seconds=1, most=10)
    assert (asked, knocked.failure) == ([(PUBLIC, 443)], knocking.Failure.UNREACHED)


def test_redirects_are_not_followed() -> None:
    with receiving() as trap, receiving() as receiver:
        receiver.judge, receiver.location = lambda _: 302, trap.url
        target = target_of(url=receiver.url, allowed=[receiver.place])
        knocked = knocking.post(
            target=target, addresses=["127.0.0.1"], headers={}, body=b"{}", seconds=5, most=10
        )
        assert (knocked.status, len(receiver.got), trap.got) == (302, 1, [])


def test_whoever_never_answers_is_cut_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        target = target_of(url=f"http://127.0.0.1:{port}/", allowed=[f"127.0.0.1:{port}"])
        knocked = knocking.post(
            target=target, addresses=["127.0.0.1"], headers={}, body=b"", seconds=0.2, most=10
        )
    assert (knocked.status, knocked.failure) == (None, knocking.Failure.TIMEOUT)
    assert knocked.millis < 2000


def test_an_endless_answer_is_read_to_the_limit_and_counts_by_its_head() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            taken, _ = server.accept()
            with taken, suppress(OSError):
                taken.recv(65536)
                taken.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                while True:
                    taken.sendall(b"x" * 65536)

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        port = server.getsockname()[1]
        target = target_of(url=f"http://127.0.0.1:{port}/", allowed=[f"127.0.0.1:{port}"])
        knocked = knocking.post(
            target=target, addresses=["127.0.0.1"], headers={}, body=b"", seconds=10, most=1000
        )
        thread.join(5)
    assert (knocked.status, knocked.failure) == (200, None)
    assert not thread.is_alive()
