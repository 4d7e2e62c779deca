"""Contenders take turns: a check each, then rounds of one short burst each."""

import json
import select
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.clock import place
from tests.bench.clock.entries import Entry
from tests.bench.clock.worker import HANGS

CHECK_S, BURST_S = 240, 60  # then a process is ended


@dataclass(slots=True, kw_only=True)
class Turn:
    """One contender: its process while it lives, its answers, and nanoseconds an answer in each round."""

    entry: Entry
    process: "subprocess.Popen[str]"
    answers: list[Any] = field(default_factory=list)
    bursts: list[float] = field(default_factory=list)

    def order(self, order: str, limit: float) -> Any:
        """Its answer; None if it has none in time, which ends it."""
        if self.process.poll() is not None:
            return None
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(order, file=self.process.stdin, flush=True)
        if select.select([self.process.stdout], [], [], limit)[0] and (
            line := self.process.stdout.readline()
        ):
            return json.loads(line)
        self.process.kill()
        return None


def taken(
    *, asked: Sequence[Entry], python: Path, world: Path, many: int, rounds: int, seconds: float
) -> list[Turn]:
    """All turns of these contenders."""
    cases = len(json.loads(world.read_text("utf-8"))["cases"])
    with ExitStack() as stack:
        turns = [stack.enter_context(_started(entry, python, world, many)) for entry in asked]
        for turn in turns:
            turn.answers = turn.order("check", CHECK_S) or [HANGS] * cases
        for _ in range(rounds):
            for turn in turns:
                calls, spent = turn.order(f"burst {seconds}", BURST_S) or (0, 0.0)
                turn.bursts.append(spent / calls * 1e9 if calls else float("nan"))
    return turns


@contextmanager
def _started(entry: Entry, python: Path, world: Path, many: int) -> Iterator[Turn]:
    command: list[str | Path] = [python, "-m", "tests.bench.clock.worker", entry.name, world, str(many)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=place.ROOT,
        env=place.surroundings(),
    ) as process:
        yield Turn(entry=entry, process=process)
        process.kill()
