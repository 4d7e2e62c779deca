"""A server that journeys use leaves nothing behind that still asks the database."""

import http.client
import socket
import threading
from collections.abc import Iterable
from typing import Any

import pytest

from helpdesk.config import wsgi
from tests.journeys.serving import serving

pytestmark = pytest.mark.usefixtures("shops")


def connect(address: str) -> http.client.HTTPConnection:
    return http.client.HTTPConnection(address.removeprefix("http://"), timeout=30)


def test_it_does_not_wait_for_who_keeps_a_connection(database: str) -> None:
    before = {*threading.enumerate()}
    with serving() as address:
        kept = connect(address)
        kept.request("GET", "/accessibility")
        assert kept.getresponse().read()
        assert isinstance(kept.sock, socket.socket), "kept open"
    kept.close()
    assert not [one for one in {*threading.enumerate()} - before if "process_request" in one.name]


def test_what_it_has_begun_is_answered_before_it_ends(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()
    real = wsgi.application

    def slow(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        begun.set()
        assert go_on.wait(30)
        return real(environ, start_response)

    monkeypatch.setattr(wsgi, "application", slow)
    with serving() as address:
        asking = connect(address)
        asking.request("GET", "/accessibility")
        assert begun.wait(30)
        threading.Timer(0.3, go_on.set).start()
    assert go_on.is_set(), "closed while a request was in hand"
    answer = asking.getresponse()
    assert (answer.status, bool(answer.read())) == (200, True)
    asking.close()
