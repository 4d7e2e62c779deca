"""The worker's sweep: it goes on whatever happens, but not by a clock that is off."""

import threading
from datetime import datetime, timedelta

import pytest
from django.db import OperationalError

from helpdesk.console import sweeping
from helpdesk.deadlines import actions
from helpdesk.kernel import clock
from tests.archive.conftest import Record, kept_record
from tests.deadlines import swept


@pytest.fixture
def kept(database: str) -> Record:
    return kept_record()


def test_a_step_looks_after_what_is_due(kept: Record) -> None:
    assert sweeping.sweep_once() == 0
    swept.outage(clock.now() - timedelta(hours=2), clock.now() - timedelta(hours=1), now=clock.now())
    assert sweeping.sweep_once() == 3
    assert sweeping.sweep_once() == 0


@pytest.mark.parametrize("off", [-1.5, 1.5])
def test_a_clock_that_is_off_books_nothing(
    kept: Record, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, off: float
) -> None:
    real = clock.now
    swept.outage(clock.now() - timedelta(hours=2), clock.now() - timedelta(hours=1), now=clock.now())
    monkeypatch.setattr(clock, "now", lambda: real() + timedelta(seconds=off))
    assert sweeping.sweep_once() is None
    assert f"{off:+.1f} s off" in caplog.text


@pytest.mark.parametrize("trouble", [OperationalError("gone"), RuntimeError("broken")])
def test_a_step_that_fails_is_told_and_the_next_one_goes_on(
    kept: Record, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, trouble: Exception
) -> None:
    def fail(**_: object) -> int:
        raise trouble

    with monkeypatch.context() as patch:
        patch.setattr(actions, "sweep", fail)
        assert sweeping.sweep_once() is None
    assert "clocks are not swept" in caplog.text
    assert sweeping.sweep_once() == 0


def test_the_thread_ends_with_its_block(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    swept_at, looked = list[datetime](), threading.Event()

    def look(*, now: datetime, **_: object) -> int:
        swept_at.append(now)
        looked.set()
        return 0

    monkeypatch.setattr(actions, "sweep", look)
    stop = threading.Event()
    with sweeping.sweeping(stop=stop):
        assert looked.wait(30)
    assert stop.is_set()
    assert "sweep" not in {thread.name for thread in threading.enumerate()}
