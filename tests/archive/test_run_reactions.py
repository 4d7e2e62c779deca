"""Run reactions: every entry once and in order, and one that fails stands in nobody's way."""

import logging
from collections.abc import Callable, Iterator
from importlib import import_module
from threading import Event

import pytest
from django.db import connection

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Cursor, Parked
from helpdesk.archive.terms import Numbered
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from tests.archive import reactors
from tests.archive.entries import append, at_once, chain, fill, number
from tests.cast import ANNA, CLARA

pytestmark = pytest.mark.usefixtures("database")

MODULE = import_module("helpdesk.archive.actions.run_reactions")
FIRST, SECOND = "tests.archive.reactors.first", "tests.archive.reactors.second"
BOTH = {"memo": (FIRST, SECOND), "key": ()}


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Nobody has seen anything."""
    yield
    reactors.seen.clear()
    reactors.moods.clear()


def run(wiring: dict[str, tuple[str, ...]] = BOTH) -> int:
    return archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=wiring)


def cursors() -> dict[str, int]:
    with acting(SYSTEM):
        return dict(Cursor.objects.values_list("reaction", "number"))


def effects(name: str) -> list[int]:
    return numbers_of(f"effect of {name}")


def parked(name: str) -> list[int]:
    return numbers_of(name)


def numbers_of(reaction: str) -> list[int]:
    with acting(SYSTEM):
        rows = Parked.objects.filter(reaction=reaction).order_by("number")
        return list(rows.values_list("number", flat=True))


def failing_at(*places: int, error: Exception | None = None) -> Callable[[Numbered], None]:
    def mood(entry: Numbered) -> None:
        if entry.number in places:
            raise error or ValueError(f"cannot take in {entry.number}")

    return mood


def three_notes() -> None:
    """Numbers 2 to 4; before them come the keys of receipts and of the log."""
    fill(chain(), 3)
    number()


def test_each_reaction_takes_in_every_entry_once_and_in_order() -> None:
    three_notes()
    assert run() == 6
    assert run() == 0
    assert reactors.seen == {"first": [[2, 3, 4]], "second": [[2, 3, 4]]}
    assert cursors() == {FIRST: 4, SECOND: 4}


def test_entries_without_a_number_wait() -> None:
    append(chain())
    assert run() == 0
    assert reactors.seen == {}


def test_a_reaction_gets_the_kinds_it_is_wired_to_and_its_cursor_passes_the_others() -> None:
    three_notes()
    run({"key": (FIRST,), "memo": (SECOND,), "other": (FIRST, SECOND)})
    assert reactors.seen == {"first": [[0, 1]], "second": [[2, 3, 4]]}
    assert cursors() == {FIRST: 4, SECOND: 4}


def test_batches_follow_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "BATCH", 2)
    three_notes()
    assert [run({"memo": (FIRST,)}) for _ in range(3)] == [2, 1, 0]
    assert reactors.seen["first"] == [[2, 3], [4]]


def test_an_entry_that_fails_is_parked_after_five_tries_and_the_others_go_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    three_notes()
    reactors.moods["first"] = failing_at(3)
    run()
    assert parked(FIRST) == [3]
    assert effects("first") == [2, 4]
    assert effects("second") == [2, 3, 4]
    assert cursors() == {FIRST: 4, SECOND: 4}
    assert reactors.seen["first"] == [[2, 3, 4], [2], *[[3]] * 5, [4]]
    with acting(SYSTEM):
        assert Parked.objects.get(reaction=FIRST).error == "ValueError: cannot take in 3"


def test_an_entry_that_fails_at_first_is_not_parked(caplog: pytest.LogCaptureFixture) -> None:
    three_notes()
    tries = iter([1, 1, 1])

    def mood(entry: Numbered) -> None:
        if entry.number == 3 and next(tries, None):
            raise ValueError

    reactors.moods["first"] = mood
    run()
    assert parked(FIRST) == []
    assert effects("first") == [2, 3, 4]


def test_a_failure_in_the_database_harms_only_its_entry(caplog: pytest.LogCaptureFixture) -> None:
    three_notes()

    def mood(entry: Numbered) -> None:
        if entry.number == 2:
            connection.cursor().execute("SELECT 1 / 0")

    reactors.moods["first"] = mood
    run()
    assert (parked(FIRST), effects("first")) == ([2], [3, 4])


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "x" * 10_000, "zażółć"])
def test_whatever_an_error_says_can_be_parked(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # What a log says of it would not survive the way from a test worker to its master.
    monkeypatch.setattr(logging.getLogger("helpdesk.archive.actions.run_reactions"), "disabled", True)
    three_notes()
    reactors.moods["first"] = failing_at(2, error=ValueError(text))
    run()
    assert parked(FIRST) == [2]
    assert cursors()[FIRST] == 4


def test_a_reaction_that_moves_to_another_scope_does_not_take_the_others_along() -> None:
    three_notes()

    def mood(_: Numbered) -> None:
        with acting(CLARA), acting(ANNA):
            pass

    reactors.moods["first"] = mood
    run()
    assert effects("first") == effects("second") == [2, 3, 4]


def test_a_worker_that_dies_leaves_neither_effects_nor_a_moved_cursor() -> None:
    three_notes()

    def mood(entry: Numbered) -> None:
        if entry.number == 4:
            raise SystemExit

    reactors.moods["first"] = mood
    with pytest.raises(SystemExit):
        run({"memo": (FIRST,)})
    assert (effects("first"), cursors()) == ([], {})
    reactors.moods.clear()
    run({"memo": (FIRST,)})
    assert (effects("first"), cursors()) == ([2, 3, 4], {FIRST: 4})


def test_a_reaction_under_way_elsewhere_is_left_to_that_worker() -> None:
    three_notes()
    run({"memo": (FIRST,)})
    append(chain())
    number()
    inside, out = Event(), Event()

    def mood(_: Numbered) -> None:
        inside.set()
        assert out.wait(10)

    reactors.moods["first"] = mood

    def work(who: int) -> int:
        if who == 0:
            return run({"memo": (FIRST,)})
        assert inside.wait(10)
        try:
            return run({"memo": (FIRST,)})
        finally:
            out.set()

    assert at_once(2, work) == [1, 0]
    assert effects("first") == [2, 3, 4, 5]


def test_two_workers_at_once_take_in_everything_once() -> None:
    fill(chain(), 20)
    number()
    at_once(2, lambda _: [run() for _ in range(3)])
    assert effects("first") == effects("second") == list(range(2, 22))
    assert (parked(FIRST), parked(SECOND)) == ([], [])
