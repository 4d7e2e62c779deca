"""The constants that come with the release, and how they are read back from a leaf."""

from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from helpdesk.standing.terms import Weights

_FILE = files("helpdesk.standing") / "data" / "weights.v1.json"
_NAMES = tuple(one.name for one in fields(Weights))


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The first version: in force until the operator publishes another."""
    return weights_from(facts=msgspec.json.decode(_FILE.read_bytes()))


def weights_from(*, facts: Mapping[str, Any]) -> Weights:
    """What a leaf's facts say. KeyError where one is missing."""
    return Weights(**{name: int(facts[name]) for name in _NAMES})
