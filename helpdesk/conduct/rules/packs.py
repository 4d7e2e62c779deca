"""Packs: which rules hold, since when and where, and which hosts a message may name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from helpdesk.conduct.terms import Decision, Label

VERSION = "1"
"""Of the recognition that ships with this release; a verdict names it."""

EMPTY: Mapping[str, Decision] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that an operator forbids beyond the shipped rules, as they are folded."""

    label: Label
    words: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """What the rules need to know of one market at one instant."""

    version: str = VERSION
    hosts: frozenset[str] = frozenset()  # allowed, with all below them; small, punycode
    regions: tuple[str, ...] = ("GB", "PL", "DE", "FR", "IT")  # number plans, the likeliest first
    ceilings: Mapping[str, Decision] = field(default_factory=lambda: EMPTY)  # by rule or label: at most that
    phrases: tuple[Phrase, ...] = ()


SHIPPED = Pack()

SINCE: Mapping[str, date] = MappingProxyType({})
"""Prohibitions that a release brings, by label or rule: the first day on which each holds.

Whoever adds a new kind of prohibition to the rules names it here, at least 15 days after the release is
published; what only recognises an old one better has no line, and applies at once.
"""


def phrase_code(*, label: Label) -> str:
    """The rule's name of phrases that an operator forbids under a label."""
    return f"operator.{label.value.lower()}"


def not_yet(*, on: date, since: Mapping[str, date] = SINCE) -> Mapping[str, Decision]:
    """Ceilings for the prohibitions that do not hold on that day: nothing follows from them."""
    return {name: Decision.NONE for name, first in since.items() if on < first}
