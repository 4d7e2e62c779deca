"""Verify daily: once a day, by one worker, remembered like any other look; a fault turns the tile red."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module

import pytest
from django.db import connections

from helpdesk.config.wiring import MIRRORS
from helpdesk.console import watching
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from helpdesk.oversight.actions.verify_daily import _FREE, _TRY
from helpdesk.oversight.queries import integrity
from helpdesk.oversight.terms import State, Verified
from tests.cast import EDDA
from tests.oversight.tampering import spoil

DAY = timedelta(days=1)


def look(later: timedelta) -> Verified | None:
    """What the worker finds, so much later."""
    steps = [*oversight.verify_daily(actor=SYSTEM, now=clock.now() + later, mirrors=MIRRORS)]
    return steps[-1] if steps and isinstance(steps[-1], Verified) else None


def test_a_young_log_waits_a_day(asked: Ref) -> None:
    assert look(timedelta()) is None
    found = look(DAY)
    assert found is not None
    assert found.findings == 0
    assert look(DAY + timedelta(hours=23)) is None
    assert look(DAY + DAY + timedelta(minutes=1)) is not None


def test_it_is_told_from_a_look_that_somebody_took(asked: Ref) -> None:
    assert [*oversight.verify(actor=SYSTEM, now=clock.now(), mirrors=MIRRORS)]
    assert look(DAY + timedelta(hours=1)) is not None
    assert [one.is_daily for one in integrity(actor=EDDA).recent] == [True, False]


def test_anybodys_look_at_everything_counts(asked: Ref) -> None:
    assert [*oversight.verify(actor=EDDA, now=clock.now() + DAY, mirrors=MIRRORS)]
    assert look(DAY + timedelta(hours=1)) is None
    assert [*oversight.verify(actor=EDDA, now=clock.now() + 2 * DAY, mirrors=MIRRORS, conversation=asked)]
    assert look(2 * DAY + timedelta(hours=1)) is not None


def test_what_it_finds_turns_the_tile_red(asked: Ref) -> None:
    spoil(asked)
    found = look(DAY)
    assert found is not None
    assert integrity(actor=EDDA).state is State.BROKEN


@pytest.fixture
def another() -> Iterator[None]:
    """Another worker that is at it."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(_TRY)
        yield
        cursor.execute(_FREE)


def test_one_worker_is_enough(asked: Ref, another: None) -> None:
    assert look(DAY) is None


def test_a_worker_that_stops_gives_a_look_up(asked: Ref, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("helpdesk.oversight.actions.verify_daily"), "EVERY", timedelta())
    stop = threading.Event()
    stop.set()
    assert watching.look_once(stop=stop) is None
    assert integrity(actor=EDDA).state is State.UNKNOWN
    found = watching.look_once(stop=threading.Event())
    assert found is not None
    assert integrity(actor=EDDA).state is State.WHOLE
