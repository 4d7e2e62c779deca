"""The worker's second reading: it takes what waits, and goes on whatever happens."""

import pytest
from django.db import OperationalError

from helpdesk.conduct import actions as conduct
from helpdesk.conduct import queries
from helpdesk.console import rereading
from helpdesk.conversations import actions
from helpdesk.kernel import clock
from tests.archive.conftest import Record, kept_record
from tests.cast import EDDA, FELIX


@pytest.fixture
def kept(database: str) -> Record:
    return kept_record()


def test_a_trial_that_waits_is_done_in_steps(kept: Record) -> None:
    assert rereading.reread_once() == 0
    id = conduct.ask_trial(actor=FELIX, now=clock.now(), market="", content=None, key="k")
    while rereading.reread_once():
        pass
    done = queries.trial(actor=EDDA, id=id)
    assert done.finished_at is not None
    assert done.read == done.total > 0


@pytest.mark.parametrize("trouble", [OperationalError("gone"), RuntimeError("broken")])
def test_a_step_that_fails_is_told_and_the_next_one_goes_on(
    kept: Record, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, trouble: Exception
) -> None:
    def fail(**_: object) -> int:
        raise trouble

    with monkeypatch.context() as patch:
        patch.setattr(actions, "try_rules", fail)
        assert rereading.reread_once() is None
    assert "old messages are not read" in caplog.text
    assert rereading.reread_once() == 0
