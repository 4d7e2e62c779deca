"""The words of outside deals: what classes a word, a stem or a phrase belongs to, in five languages."""

import re
from functools import cache
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick

from helpdesk.conduct.rules import packed
from helpdesk.conduct.rules.deals.frames import COMPOSITES, SHAPED
from helpdesk.conduct.rules.deals.wording import LANGUAGES


class Entry(NamedTuple):
    """What a match of a pattern means: a class of a language, once `tail` matches after it."""

    language: int
    group: str
    tail: str | None


compiled: Final = cache(re.compile)  # a few hundred for a hundred thousand patterns

_KNOWN: Final = packed.shipped()["deals"]
_MEANT: Final = [Entry(*row) for row in _KNOWN.entries]
OF: Final = _KNOWN.of
"""Of each pattern: the number of what it means."""
AUTOMATON: Final = AhoCorasick(_KNOWN.words)
GROUPS: Final = tuple(sorted({entry.group for entry in _MEANT} | {one[0] for one in (*COMPOSITES, *SHAPED)}))
BIT: Final = {group: 1 << number for number, group in enumerate(GROUPS)}
MEANT: Final = tuple(
    [
        [
            tuple([one for one in map(_MEANT.__getitem__, group) if one.language == number])
            for group in _KNOWN.groups
        ]
        for number in range(len(LANGUAGES))
    ]
)
"""By language: what it means there."""


def _bits(group: list[int]) -> tuple[tuple[int, int], ...]:
    found: dict[int, int] = {}
    for entry in map(_MEANT.__getitem__, group):
        found[entry.language] = found.get(entry.language, 0) | BIT[entry.group]
    return tuple(found.items())


MASKS: Final = [*map(_bits, _KNOWN.groups)]
"""Languages and the bits of the classes there."""

__all__ = ["AUTOMATON", "BIT", "GROUPS", "LANGUAGES", "MASKS", "MEANT", "OF", "Entry", "compiled"]
