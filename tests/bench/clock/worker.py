"""One contender in a process of its own: `python -m tests.bench.clock.worker NAME WORLD MANY`.

It reads an order a line, and answers each with a line of JSON: `check` with its answer to every case (null
where it raised, "hangs" where it did not answer in time), `burst SECONDS` with answers and seconds.
"""

import json
import signal
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from tests.bench.clock import entries
from tests.bench.clock.batches import CODE, Batch
from tests.bench.clock.forms import Case, Contender

LIMIT_S = 0.5  # for one call, of the processor's time as all times here: others may be at work beside us
GIVE_UP = 10  # calls that hang, then the rest is not asked
CHUNK_S = 0.005  # between two looks at the time
HANGS, NOT_ASKED = "hangs", "not asked"


class Subject(Protocol):
    """What the orders are carried out on."""

    def check(self) -> list[Any]:
        """The answer to each case."""

    def burst(self, seconds: float) -> tuple[int, float]:
        """Answers given, and the seconds that they took."""


class Singles:
    """A call for each answer."""

    def __init__(self, contender: Contender, told: Any, cases: Sequence[Case]) -> None:
        self._contender = contender
        self._items = contender.prepare(told, cases)
        self._answered: list[Any] = []

    def check(self) -> list[Any]:
        hung = 0
        found = []
        for item in self._items:
            answer = NOT_ASKED if hung >= GIVE_UP else self._in_time(item)
            hung += answer == HANGS
            if isinstance(answer, int):
                self._answered.append(item)
            found.append(answer)
        return found

    def burst(self, seconds: float) -> tuple[int, float]:
        if not self._answered:
            return 0, 0.0
        chunk = self._chunk()
        chunks = [self._answered[n : n + chunk] for n in range(0, len(self._answered), chunk)]
        calls, at, ask, taken = 0, 0, self._contender.ask, 0.0
        began = time.process_time()
        while (taken := time.process_time() - began) < seconds:
            for item in chunks[at]:
                ask(item)
            calls += len(chunks[at])
            at = (at + 1) % len(chunks)
        return calls, taken

    def _chunk(self) -> int:
        began = time.perf_counter()
        for item in self._answered[:8]:
            self._contender.ask(item)
        each = (time.perf_counter() - began) / 8
        return max(1, int(CHUNK_S / each))

    def _in_time(self, item: Any) -> Any:
        signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT_S)
        try:
            return self._contender.read(item, self._contender.ask(item))
        except TimeoutError:
            return HANGS
        except Exception:  # whatever a library makes of a question
            return None
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)


class Batches:
    """A call for all answers."""

    def __init__(self, batch: Batch, cases: Sequence[Case], many: int) -> None:
        self._batch, self._cases, self._size = batch, cases, many
        self._many = batch.many(many)

    def check(self) -> list[Any]:
        return list(self._batch.answers(self._cases))

    def burst(self, seconds: float) -> tuple[int, float]:
        calls, began = 0, time.process_time()
        while calls == 0 or time.process_time() - began < seconds:
            self._batch.ask(CODE, self._many)
            calls += self._size
        return calls, time.process_time() - began


def subject(name: str, world: dict[str, Any], many: int) -> Subject:
    """The contender of this name, with its questions."""
    entry = next(one for one in entries.ALL if one.name == name)
    make: Callable[..., Any] = getattr(import_module(f"tests.bench.clock.{entry.module}"), entry.made_by)
    if entry.module == "batches":
        return Batches(make(world["calendars"], **dict(entry.given)), world["cases"], many)
    return Singles(make(**dict(entry.given)), world["calendars"], world["cases"])


def main(name: str, world: Path, many: int) -> None:
    """Carry out orders until there are no more."""
    warnings.simplefilter("ignore")  # a library's own; they are not ours to judge here
    signal.signal(signal.SIGVTALRM, _ring)
    one = subject(name, json.loads(world.read_text("utf-8")), many)
    for line in sys.stdin:
        order, *arguments = line.split()
        answer = one.check() if order == "check" else one.burst(float(arguments[0]))
        print(json.dumps(answer), flush=True)


def _ring(*_: object) -> None:
    raise TimeoutError


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
