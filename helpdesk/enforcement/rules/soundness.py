"""What every version of the tracks promises, whatever its numbers."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from helpdesk.enforcement.terms import LadderStep, MeasureKind, Tracks
from helpdesk.enforcement.terms.tracks import WHOLE

_TIMELESS: Final = frozenset({MeasureKind.NOTICE, MeasureKind.WARNING, MeasureKind.REMOVAL})
_LONGEST: Final = 30  # days that anything but a removal lasts


def is_sound(*, tracks: Tracks) -> bool:
    """Whether they can be computed with and keep what Sellers rely on: answers alone never remove a shop, the
    next step waits for 30 days and 20 obligations, two persons decide what lasts over a week, a removal has
    its 30 days of notice and three Buyers, an appeal six months.
    """
    return (
        tracks.version > 0
        and 0 < tracks.half_life_days <= tracks.days <= 1_000
        and tracks.wait_days >= 30
        and tracks.new_obligations >= 20
        and tracks.memory_days > tracks.wait_days
        and 0 <= tracks.two_over_days <= 7
        and tracks.removal_days >= 30
        and tracks.appeal_days >= 183
        and all(points > 0 for points in tracks.points.values())
        and all(step.kind is not MeasureKind.REMOVAL for step in tracks.response)
        and all(map(_is_step, (*tracks.response, *tracks.conduct)))
        and bool(tracks.response)
        and _rises(tracks.conduct)
    )


def _is_step(step: LadderStep) -> bool:
    is_demotion = step.kind is MeasureKind.DEMOTION
    return (
        (0 < step.factor < WHOLE if is_demotion else step.factor == WHOLE)
        and (step.days == 0 if step.kind in _TIMELESS else 0 < step.days <= _LONGEST)
        and (step.kind is not MeasureKind.REMOVAL or step.buyers >= 3)
    )


def _rises(steps: Sequence[LadderStep]) -> bool:
    """Each step is reached after the one before it, and none by nothing."""
    reached = [step.at - step.slack for step in steps]
    return bool(reached) and reached[0] > 0 and all(low < high for low, high in pairwise(reached))
