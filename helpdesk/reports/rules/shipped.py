"""The numbers that come with the release, by version; the one in force follows from the date."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from helpdesk.reports.terms import Rules, What

_FOLDER = files("helpdesk.reports") / "data"


def rules_in_force(*, on: date) -> Rules:
    """The latest version that has begun by this date (UTC); the first one before that."""
    begun = [rules for effective_on, rules in _all() if effective_on <= on]
    return begun[-1] if begun else _all()[0][1]


def rules_named(*, version: int) -> Rules:
    """What a leaf names. KeyError where it was never shipped."""
    return {rules.version: rules for _, rules in _all()}[version]


@lru_cache(maxsize=1)
def _all() -> tuple[tuple[date, Rules], ...]:
    """In the order in which they begin."""
    texts = (one.read_text("utf-8") for one in _FOLDER.iterdir() if one.name.endswith(".toml"))
    said = [tomllib.loads(text) for text in texts]
    return tuple(
        (one["effective_on"], _rules(one)) for one in sorted(said, key=lambda one: one["effective_on"])
    )


def _rules(said: Mapping[str, Any]) -> Rules:
    deciding = dict(said["deciding"])
    urgent = frozenset(What(code) for code in deciding.pop("urgent"))
    return Rules(version=said["version"], urgent=urgent, **deciding, **said["filing"], **said["abuse"])
