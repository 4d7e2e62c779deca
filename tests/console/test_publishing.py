"""The worker's publisher: nothing that disk or database do ends it."""

import logging
import threading
import time
from collections.abc import Callable

import pytest
from django.db import OperationalError

from helpdesk.archive import actions
from helpdesk.console import publishing


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), OperationalError("gone"), RuntimeError("a mistake")]
)
def test_a_failure_is_told_and_the_next_step_comes(
    error: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(actions, "publish_log", _failing(error))
    with caplog.at_level(logging.WARNING):
        assert not publishing.publish_once()
    assert "the log is not published" in caplog.text
    monkeypatch.setattr(actions, "publish_log", lambda **_: 3)
    assert publishing.publish_once()


def test_it_goes_on_until_the_worker_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[float] = []

    def step(**_: object) -> int:
        steps.append(time.monotonic())
        if len(steps) == 1:
            raise OSError(5, "Input/output error")
        return 0

    monkeypatch.setattr(publishing, "PAUSES_SECONDS", (0.01, 10.0))
    monkeypatch.setattr(actions, "publish_log", step)
    stop, thrice = threading.Event(), threading.Event()
    with publishing.publishing(stop=stop):
        while len(steps) < 3 and not thrice.wait(0.01):
            pass
    assert stop.is_set()
    assert not [thread for thread in threading.enumerate() if thread.name == "publish"]


def _failing(error: Exception) -> Callable[..., int]:
    def step(**_: object) -> int:
        raise error

    return step
