"""The worker's pulse: noted when pages and database are ready, and not in a demo."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import SimpleNamespace
from urllib.request import OpenerDirector, build_opener

import pytest
from django.db import OperationalError
from pytest_django import Settings

from helpdesk.archive.database.scope import everything
from helpdesk.console import addresses, pulse
from helpdesk.deadlines.models import Pulse


class Pages(BaseHTTPRequestHandler):
    """Answers what its server is told to, and remembers what it was asked."""

    server: "Web"

    def do_GET(self) -> None:
        self.server.asked.append(self.headers["Host"])
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quiet."""


class Web(HTTPServer):
    """Web processes, as far as a pulse knows them."""

    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Pages)
        self.asked: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/health/ready"


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def opener() -> OpenerDirector:
    return build_opener()


def noted() -> int:
    with everything():
        return Pulse.objects.count()


@pytest.mark.parametrize(("status", "pulses"), [(200, 1), (503, 0), (404, 0)])
def test_a_pulse_is_noted_when_the_pages_are_ready(
    database: str, web: Web, opener: OpenerDirector, status: int, pulses: int
) -> None:
    web.status = status
    pulse.beat(url=web.url, opener=opener)
    assert noted() == pulses


def test_pages_that_are_away_have_none(database: str, opener: OpenerDirector) -> None:
    pulse.beat(url="http://127.0.0.1:1/health/ready", opener=opener)
    assert noted() == 0


def test_without_an_address_the_database_is_enough(database: str, opener: OpenerDirector) -> None:
    pulse.beat(url="", opener=opener)
    assert noted() == 1


def test_a_database_that_is_away_is_no_end(
    database: str, opener: OpenerDirector, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(**_: object) -> None:
        raise OperationalError

    monkeypatch.setattr("helpdesk.console.pulse.actions.note_pulse", away)
    pulse.beat(url="", opener=opener)


def test_pages_are_asked_for_by_a_name_that_they_serve(
    database: str, web: Web, opener: OpenerDirector, settings: Settings
) -> None:
    for served in (["127.0.0.1"], [".example.com"], ["*"]):
        settings.ALLOWED_HOSTS = served
        assert pulse.is_ready(url=web.url, opener=opener)
    own = f"127.0.0.1:{web.server_port}"
    assert web.asked == [own, "example.com", own]


@pytest.mark.parametrize("demo", [False, True])
def test_it_beats_beside_the_worker_but_not_in_a_demo(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, demo: bool
) -> None:
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": demo})
    beaten, stop = threading.Event(), threading.Event()
    monkeypatch.setattr(pulse, "beat", lambda **_: beaten.set())
    monkeypatch.setattr("helpdesk.console.pulse.connections.close_all", lambda: None)
    with pulse.beating(stop=stop):
        assert beaten.wait(0 if demo else 60) is not demo
    assert stop.is_set() is not demo


@pytest.mark.parametrize(("host", "name"), [("127.0.0.1", "127.0.0.1"), ("::1", "[::1]")])
def test_up_says_where_to_ask(monkeypatch: pytest.MonkeyPatch, host: str, name: str) -> None:
    environ: dict[str, str] = {}
    monkeypatch.setattr(addresses, "os", SimpleNamespace(environ=environ))
    addresses.announce_readiness(host=host, port=81)
    assert environ == {"HELPDESK_READY_URL": f"http://{name}:81/health/ready"}
    environ["HELPDESK_READY_URL"] = "https://helpdesk.example.com/health/ready"  # the operator knows better
    addresses.announce_readiness(host=host, port=81)
    assert environ == {"HELPDESK_READY_URL": "https://helpdesk.example.com/health/ready"}
