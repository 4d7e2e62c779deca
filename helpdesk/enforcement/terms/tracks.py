"""The two tracks of measures: one record, versioned, published as an entry, integers and codes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from helpdesk.enforcement.terms.names import MeasureKind, Track, ViolationKind

WHOLE: Final = 1000  # thousandths: visibility as it is


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """One step. On the conduct track it is reached `at` so many thousandths of a point, of which `slack` may
    be missing, and violations towards `buyers` different Buyers.

    `days` is how long it lasts (0: it takes nothing away, or has no end), `factor` (thousandths) what is left
    of the Seller's visibility.
    """

    kind: MeasureKind
    days: int = 0
    factor: int = WHOLE
    at: int = 0
    slack: int = 0
    buyers: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracks:
    """One version. `points` are thousandths; waits and memories are days.

    On the response track the next step comes after `wait_days` and `new_obligations` that fell due since the
    last one, and a step is forgotten after `memory_days`. Two persons decide what lasts longer than
    `two_over_days`. A removal is announced `removal_days` ahead; an appeal may be made for `appeal_days`.
    """

    version: int
    half_life_days: int
    days: int  # an older violation weighs nothing
    wait_days: int
    new_obligations: int
    memory_days: int
    two_over_days: int
    removal_days: int
    appeal_days: int
    points: Mapping[ViolationKind, int]
    response: tuple[LadderStep, ...]
    conduct: tuple[LadderStep, ...]

    def ladder(self, track: Track) -> tuple[LadderStep, ...]:
        """The steps of a track, the mildest first."""
        return self.response if track is Track.RESPONSE else self.conduct
