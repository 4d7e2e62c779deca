"""`bin/bench clock` in small: ours alone, which needs no other library."""

import json
from typing import Any

import pytest

from tests.bench.clock import entries
from tests.bench.clock.cases import CODES, world
from tests.bench.clock.entries import Entry
from tests.bench.clock.table import right
from tests.bench.clock.worker import HANGS, Singles, subject

SMALL: dict[str, Any] = json.loads(json.dumps(world(cases=2 * len(CODES))))
OURS = [entry for entry in entries.ALL if entry.module == "ours" or entry.name.startswith((" ", "Helpdesk"))]


@pytest.mark.parametrize("entry", OURS, ids=lambda entry: entry.name.strip())
def test_ours_agree_with_the_slow_reference(entry: Entry) -> None:
    one = subject(entry.name, SMALL, 100)
    field = "counted" if entry.beside == entries.ELAPSED else "deadline"
    assert one.check() == [case[field] for case in SMALL["cases"]]
    calls, seconds = one.burst(0.02)
    assert calls > 0
    assert seconds > 0


def test_every_line_is_beside_one_of_its_own_table() -> None:
    for table in (entries.DEADLINES, entries.BATCHES, entries.ELAPSEDS):
        assert {entry.beside for entry in table} == {table[0].name}
    assert len({entry.name for entry in entries.ALL}) == len(entries.ALL)


def test_what_hangs_or_raises_is_not_right() -> None:
    assert right([1, None, HANGS, 5], [1, 2, 3, 4], 0) == 1
    assert right([1, None, HANGS, 5], [1, 2, 3, 4], 1) == 2


def test_a_contender_without_an_answer_has_no_time() -> None:
    def raises(_: object) -> None:
        raise ZeroDivisionError

    from tests.bench.clock.forms import Contender

    never = Contender(prepare=lambda _, cases: cases, ask=raises, read=lambda *_: 0)
    one = Singles(never, SMALL["calendars"], SMALL["cases"])
    assert set(one.check()) == {None}
    assert one.burst(0.001) == (0, 0.0)
