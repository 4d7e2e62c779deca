"""The constants that come with the release, and how they are read back from a leaf."""

from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from helpdesk.standing.terms import MILLI, Weights

_FILE = files("helpdesk.standing") / "data" / "weights.v1.json"
_NAMES = tuple(one.name for one in fields(Weights))


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The first version: in force until the operator publishes another."""
    return weights_from(facts=msgspec.json.decode(_FILE.read_bytes()))


def weights_from(*, facts: Mapping[str, Any]) -> Weights:
    """What a leaf's facts say. KeyError where one is missing."""
    return Weights(**{name: int(facts[name]) for name in _NAMES})


def is_sound(*, weights: Weights) -> bool:
    """Whether they can be computed with, and keep what every version promises: late beats never, no cliff for
    newcomers, visibility between its floor and 1, and no measure for few answers.
    """
    return (
        0 <= weights.prior_met <= weights.prior <= 1_000
        and weights.prior > 0
        and 0 < weights.half_life_days <= weights.days <= 1_000
        and 0 < weights.late < MILLI
        and weights.late_hours > 0
        and 0 < weights.promise <= weights.answer <= weights.buyer_without_order <= weights.buyer
        and weights.floor > 0
        and weights.span >= 0
        and weights.floor + weights.span == MILLI
        and 0 <= weights.low < weights.high <= MILLI
        and weights.label_from > 0
        and weights.step_from >= 20
        and weights.badge_from > 0
        and 0 < weights.step_below < weights.badge_at <= MILLI
        and weights.z > 0
    )
