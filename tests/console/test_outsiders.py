"""The worker's threads for witnesses and time stamps: they ask, they outlive failures, and they end."""

import threading
from pathlib import Path

import pytest
from django.conf import settings

from helpdesk.archive import queries
from helpdesk.archive.models import Cosignature
from helpdesk.config.environment import Environment, Witness
from helpdesk.console import stamping, witnessing
from helpdesk.kernel import clock
from helpdesk.tlog.keys import CosignatureSigner, Signer
from tests.archive.authority import found_authority
from tests.archive.outsiders import Reply, server
from tests.archive.publishing import grow, tree
from tests.archive.witness import StrictWitness

SIGNER = CosignatureSigner("witness.example.com/w", b"w" * 32)


@pytest.fixture
def home(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A signed log in folders of the test's own."""
    monkeypatch.setattr(settings.HELPDESK, "log_folder", tmp_path / "log")
    monkeypatch.setattr(settings.HELPDESK, "guard_folder", tmp_path / "guard")
    grow(1)
    return tmp_path


def name(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.HELPDESK, "witnesses", [Witness(url=url, key=SIGNER.vkey)])


def test_a_witness_is_asked_in_a_thread_that_ends(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strict = StrictWitness(log=tree().vkey, signer=SIGNER, at=int(clock.now().timestamp()))
    answered = threading.Event()

    def answer(path: str, body: bytes) -> Reply:
        answered.set()
        return strict.answer(path, body)

    with server(answer) as address:
        name(f"{address}/w", monkeypatch)
        with witnessing.witnessing(stop=threading.Event()):
            assert answered.wait(30)
    assert not [thread for thread in threading.enumerate() if thread.name == "witness"]
    assert Cosignature.objects.count() == 1


def test_a_witness_that_is_away_is_no_failure_of_the_worker(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name("http://127.0.0.1:1", monkeypatch)
    assert not witnessing.ask_once(url="http://127.0.0.1:1", vkey=SIGNER.vkey)
    (standing,) = queries.witnesses()
    assert standing.trouble == "silent"


def test_without_witness_and_authority_there_is_no_thread(home: Path) -> None:
    before = threading.active_count()
    with witnessing.witnessing(stop=threading.Event()), stamping.stamping(stop=threading.Event()):
        assert threading.active_count() == before


def test_an_authority_is_asked_and_may_be_away(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority = found_authority(home / "tsa")
    monkeypatch.setattr(settings.HELPDESK, "timestamp_ca", authority.root)
    monkeypatch.setattr(settings.HELPDESK, "timestamp_url", "http://127.0.0.1:1")
    assert not stamping.stamp_once()
    with server(
        lambda _, query: Reply(200, "application/timestamp-reply", authority.reply(query))
    ) as address:
        monkeypatch.setattr(settings.HELPDESK, "timestamp_url", address)
        assert stamping.stamp_once()
    monkeypatch.setattr(settings.HELPDESK, "timestamp_ca", home / "none.pem")
    grow(1)
    assert not stamping.stamp_once(), "today's is there already"


@pytest.mark.parametrize(
    "wrong",
    [
        {"witnesses": [{"url": "https://w.example.com", "key": Signer("log", b"l" * 32).vkey}]},
        {"witnesses": [{"url": "ftp://w.example.com", "key": SIGNER.vkey}]},
        {"witnesses": [{"url": "", "key": SIGNER.vkey}]},
        {"witnesses": [{"url": "https://w.example.com:none", "key": SIGNER.vkey}]},
        {"witnesses": [{"url": "https://w.example.com/\r\nHost:x", "key": SIGNER.vkey}]},
        {"witnesses": [{"url": "https://w.example.com", "key": SIGNER.vkey, "more": 1}]},
        {"timestamp_url": "https://tsa.example.com"},
        {"timestamp_url": "https://", "timestamp_ca": "/x"},
    ],
)
def test_settings_that_cannot_work_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        Environment.model_validate(wrong)
