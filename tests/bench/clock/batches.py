"""A million receipts at once, in any order or in order of time; on one calendar, as a batch is."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from random import Random
from typing import Any

from tests.bench.clock.forms import DAY_US, NAIVE, US, Case, Told, wall
from tests.bench.clock.peers import by_whole_days, on_the_wall

CODE = "PL"
FIRST, LAST = 1_704_700_000_000_000, 1_860_000_000_000_000  # January 2024 to December 2028
SEED = 5

Answer = Callable[[str, Any], Any]  # of a calendar's code and its receipts in this contender's form


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """`form` puts receipts into its own form, untimed; `ask` answers them; `read` gives integers."""

    form: Callable[[str, "array[int]"], Any]
    ask: Answer
    read: Callable[[str, Any], list[int]]
    in_order: bool = False

    def answers(self, cases: Sequence[Case]) -> list[int]:
        """Of the common cases: a batch for each calendar, back in the order of the cases."""
        found: dict[int, int] = {}
        for code in sorted({case["calendar"] for case in cases}):
            order = [n for n, case in enumerate(cases) if case["calendar"] == code]
            order = sorted(order, key=lambda n: cases[n]["received"]) if self.in_order else order
            asked = self.form(code, array("q", [cases[n]["received"] for n in order]))
            found |= dict(zip(order, self.read(code, self.ask(code, asked)), strict=True))
        return [found[n] for n in range(len(cases))]

    def many(self, size: int) -> Any:
        """So many receipts from five years, in this contender's form."""
        chance = Random(SEED)
        receipts = [chance.randrange(FIRST, LAST) for _ in range(size)]
        return self.form(CODE, array("q", sorted(receipts) if self.in_order else receipts))


def ours(told: Told, *, in_order: bool = False) -> Batch:
    """As the product calls it, with numpy."""
    named: Any = import_module("helpdesk.workdays.known").calendar_named
    deadlines: Any = import_module("helpdesk.workdays.batch").deadlines
    return Batch(
        form=lambda _, received: received,
        ask=lambda code, received: deadlines(calendar=named(code=code), received=received),
        read=lambda _, found: list(found),
        in_order=in_order,
    )


def without_numpy(told: Told, *, in_order: bool) -> Batch:
    """The same where numpy is not installed."""
    named: Any = import_module("helpdesk.workdays.known").calendar_named
    plain: Any = import_module("helpdesk.workdays.batch").in_plain_python
    steps: Any = import_module("helpdesk.workdays.steps").steps_of
    return Batch(
        form=lambda _, received: memoryview(received),
        ask=lambda code, received: plain(steps(calendar=named(code=code), budget=DAY_US), received),
        read=lambda _, found: list(found),
        in_order=in_order,
    )


def numpy_days(told: Told) -> Batch:
    """Whole days by `busday_offset`, the time of day carried over by hand, zones looked up untimed."""
    numpy: Any = import_module("numpy")
    known: Mapping[str, Any] = {
        code: numpy.busdaycalendar(holidays=calendar["holidays"]) for code, calendar in told.items()
    }

    def form(code: str, received: "array[int]") -> Any:
        zone = told[code]["zone"]
        return numpy.array([(wall(at, zone) - NAIVE) // US for at in received]).astype("datetime64[us]")

    return Batch(
        form=form,
        ask=lambda code, received: by_whole_days(numpy, received, known[code]),
        read=lambda code, found: [
            on_the_wall(at, told[code]["zone"]) for at in found.astype("int64").tolist()
        ],
    )
