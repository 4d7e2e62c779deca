"""Processor time: on a machine with other work, the only time that says something of ours."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(slots=True)
class Used:
    """Seconds of the processor, once the block is over."""

    seconds: float = 0.0


@contextmanager
def consumed() -> Iterator[Used]:
    """What the children that ended in the block consumed, and this process; the database's is not in it."""
    used, before = Used(), _now()
    yield used
    used.seconds = _now() - before


def _now() -> float:
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, kinds))
