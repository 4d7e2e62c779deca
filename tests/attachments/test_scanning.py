"""Scanning: ClamAV finds its test file; a daemon that is down, slow or mad leaves files in quarantine."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pytest_django import Settings

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Value
from helpdesk.attachments import actions as attachments
from helpdesk.attachments.actions import scanning
from helpdesk.attachments.actions.scanning import NoAnswer, scan
from helpdesk.attachments.queries import open_original
from helpdesk.attachments.terms import Reason, State
from helpdesk.console.examining import examine_once
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy, Forbidden
from tests.attachments.clamd import EICAR, daemon
from tests.attachments.conftest import Upload
from tests.attachments.files import examined, passing, posted, shown
from tests.attachments.made import picture
from tests.cast import ANNA, CLARA, EDDA


@pytest.fixture(scope="module")
def clamd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Real, for the tests of this file."""
    with daemon(tmp_path_factory.mktemp("clamd")) as addresses:
        yield addresses


@pytest.mark.parametrize("way", [0, 1])
def test_what_is_known_is_named_and_the_rest_passes(clamd: tuple[str, str], way: int) -> None:
    assert scan(address=clamd[way], content=BytesIO(EICAR)) == "Eicar-Test.UNOFFICIAL"
    assert scan(address=clamd[way], content=BytesIO(picture(size=(900, 700)))) is None


def test_infected_nobody_opens_it_and_everybody_sees_why(
    asked: Ref, upload: Upload, clamd: tuple[str, str]
) -> None:
    entry = posted(asked, upload(content=EICAR, name="a.txt").ref.id)
    found = examined(clamd[0])
    assert found is not None
    assert (found.state, found.reason) == (State.INFECTED, Reason.SCANNER)
    for actor in (ANNA, CLARA, EDDA):
        file = shown(entry, to=actor)
        assert (file.state, file.name, file.may_open) == (State.INFECTED, "a.txt", False)
        with pytest.raises(Forbidden) as refusal, open_original(actor=actor, file=file.ref):
            pass
        assert refusal.value.code == "file.infected"
    with everything():
        assert Value.objects.get(name="signature").value == b"Eicar-Test.UNOFFICIAL"


def test_scanned_and_drawn_it_is_clean(asked: Ref, upload: Upload, clamd: tuple[str, str]) -> None:
    entry = posted(asked, upload().ref.id)
    examined(clamd[1])
    file = shown(entry, to=ANNA)
    assert (file.state, file.may_open, file.has_copy) == (State.CLEAN, True, True)


@contextmanager
def says(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """A daemon of the test's own: its address."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with server.accept()[0] as asking:
                answer(asking)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"127.0.0.1:{server.getsockname()[1]}"
        thread.join(10)


def after_reading(said: bytes) -> Callable[[socket.socket], None]:
    def answer(asking: socket.socket) -> None:
        received = b""
        while not received.endswith(b"\0\0\0\0"):
            received += asking.recv(1 << 16)
        asking.sendall(said)

    return answer


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\0",
        b"stream: OK",
        b"OK\0",
        b"stream: OK FOUND OK\0",
        b"INSTREAM size limit exceeded. ERROR\0",
        b"stream:  FOUND\0",
        b"HTTP/1.1 200 OK\r\n\r\n\0",
        bytes([255]) * 9000,
    ],
)
def test_an_answer_that_nobody_understands_is_none(said: bytes) -> None:
    with says(after_reading(said)) as address, pytest.raises(NoAnswer):
        scan(address=address, content=BytesIO(b"words"))


def test_a_daemon_that_hangs_up_or_hangs_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    with says(lambda asking: asking.close()) as address, pytest.raises(NoAnswer):
        scan(address=address, content=BytesIO(bytes(1 << 22)))
    monkeypatch.setattr(scanning, "PAUSE_SECONDS", 0.2)
    finish = threading.Event()

    def waits(_: socket.socket) -> None:
        finish.wait(5)

    with says(waits) as address:
        with pytest.raises(NoAnswer):
            scan(address=address, content=BytesIO(b"words"))
        finish.set()


def test_a_daemon_that_drips_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "WHOLE_SECONDS", 0.5)
    finish = threading.Event()

    def drips(asking: socket.socket) -> None:
        while not finish.wait(0.05):
            asking.sendall(b"s")

    with says(drips) as address:
        with pytest.raises(NoAnswer):
            scan(address=address, content=BytesIO(b"words"))
        finish.set()


@pytest.mark.parametrize("address", ["127.0.0.1:1", "/nowhere/clamd.sock"])
def test_while_it_is_down_files_are_sent_and_stay_in_quarantine(
    asked: Ref, upload: Upload, address: str
) -> None:
    entry = posted(asked, upload().ref.id)
    with pytest.raises(Busy):
        examined(address)
    assert shown(entry, to=ANNA).state is State.PENDING


def test_the_worker_waits_and_goes_on_once_it_is_back(
    asked: Ref, upload: Upload, clamd: tuple[str, str], settings: Settings, tmp_path: Path
) -> None:
    entry = posted(asked, upload().ref.id)
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"clamav": str(tmp_path / "gone.sock")})
    assert (examine_once(), examine_once()) == (1, 0)  # taken up, and put off
    assert shown(entry, to=ANNA).state is State.PENDING
    later = clock.now() + timedelta(minutes=1)
    (due,) = attachments.take_up_files(actor=SYSTEM, now=later, limit=9)
    found = attachments.examine_file(actor=SYSTEM, now=later, due=due, scanner=clamd[0], judge=passing)
    assert found is not None
    assert found.state is State.CLEAN
