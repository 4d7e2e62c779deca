"""A batch of deadlines in numpy, which is optional: import this module only where it is."""

from array import array
from functools import lru_cache
from importlib import import_module
from typing import Any

from helpdesk.workdays.steps import Steps

_np: Any = import_module("numpy")
_BLOCK = 1 << 14  # what is looked at together stays in the processor's cache
_BUCKET = (
    32  # 2**32 µs are 72 minutes: fewer bounds than that lie in any hour, so a piece is almost a division
)


def in_numpy(steps: Steps, instants: memoryview) -> "array[int] | None":
    """The deadlines in order; None if a receipt lies outside the pieces."""
    received = _np.asarray(instants)
    if not len(received):
        return array("q")
    if received.min() < steps.first or received.max() >= steps.until:
        return None
    found = array("q", bytes(received.nbytes))
    into = _np.frombuffer(found, dtype=_np.int64)
    pieces = _pieces(steps)
    for start in range(0, len(received), _BLOCK):
        block = slice(start, start + _BLOCK)
        pieces.deadlines(received[block], into[block])
    return found


class _Pieces:
    """The pieces as vectors, and the piece at the start of each bucket: a receipt's own is few further on."""

    def __init__(self, steps: Steps) -> None:
        self._first = steps.first
        self._moves, self._fixed, self._ends = map(_np.array, (steps.moves, steps.fixed, steps.ends()))
        edges = _np.arange(steps.first, steps.until + (1 << _BUCKET), 1 << _BUCKET)
        self._bucket = _np.searchsorted(_np.array(steps.bounds), edges, "right") - 1
        self._further = int(_np.diff(self._bucket).max())

    def deadlines(self, received: Any, into: Any) -> None:
        """One block."""
        piece = self._bucket[(received - self._first) >> _BUCKET]
        for _ in range(self._further):
            piece += received >= self._ends[piece]
        _np.multiply(received, self._moves[piece], out=into)
        into += self._fixed[piece]


@lru_cache(maxsize=64)
def _pieces(steps: Steps) -> _Pieces:
    return _Pieces(steps)
