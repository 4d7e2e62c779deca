"""The pulse: what lies between two of them was an outage, whoever noted them, once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from helpdesk.deadlines import actions, queries
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Forbidden
from tests.cast import CLARA, EDDA, PLATFORM, TUESDAY

pytestmark = pytest.mark.usefixtures("database")
MINUTE = timedelta(minutes=1)


def pulse(minutes: float) -> UUID | None:
    return actions.note_pulse(actor=SYSTEM, now=TUESDAY + minutes * MINUTE)


def proposed() -> list[tuple[float, float]]:
    """Minutes from and to."""
    rows = queries.proposed_outages(actor=EDDA)
    return [((row.starts_at - TUESDAY) / MINUTE, (row.ends_at - TUESDAY) / MINUTE) for row in rows]


def test_the_first_pulse_ever_measures_nothing() -> None:
    assert pulse(0) is None
    assert proposed() == []


def test_pulses_that_follow_each_other_propose_nothing() -> None:
    for minutes in (0, 0.25, 0.5, 5.5, 10.5):
        assert pulse(minutes) is None
    assert proposed() == []


def test_a_silence_is_proposed_when_it_ends_and_once() -> None:
    pulse(0)
    assert pulse(7) is not None
    assert pulse(7) is None
    assert pulse(7.25) is None
    assert proposed() == [(0, 7)]
    (row,) = queries.proposed_outages(actor=EDDA)
    assert (row.source, row.reason, row.by) == ("measured", "platform_down", "")


def test_each_silence_is_one_proposal() -> None:
    for minutes in (0, 7, 8, 60):
        pulse(minutes)
    assert proposed() == [(0, 7), (8, 60)]


def test_a_clock_set_back_measures_nothing_and_forgets_nothing() -> None:
    pulse(10)
    assert pulse(0) is None
    assert pulse(16) is not None
    assert proposed() == [(10, 16)]


def test_workers_at_once_propose_it_once() -> None:
    pulse(0)
    start = Barrier(4)

    def work(number: int) -> UUID | None:
        start.wait()
        try:
            return pulse(30 + number / 100)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        found = [*pool.map(work, range(4))]
    assert len([one for one in found if one]) == 1
    assert len(proposed()) == 1


@pytest.mark.parametrize("actor", [CLARA, EDDA, PLATFORM])
def test_nobody_but_the_house_notes_a_pulse(actor: object) -> None:
    with pytest.raises(Forbidden):
        actions.note_pulse(actor=actor, now=TUESDAY)  # type: ignore[arg-type]
