"""Sides of what cannot both be true, found in one pass.

`data/contradictions/*.txt` holds them, a regular expression a line. An automaton looks for words that the
expressions cannot do without; expressions are tried around those only.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Final

from helpdesk.conduct.rules.scanning import Words

Span = tuple[int, int]
Side = tuple[str, str]  # the rule and its side, plus or minus
_NAMES: Final = ("goods", "condition", "supply", "claims", "deeds")
_MOST: Final = 400  # words of one text that are looked at
_EACH: Final = 6  # places of one side
_BEFORE: Final = 48
_AFTER: Final = 64
_LOOK: Final = re.compile(r"\(\?<?[!=][^()]*\)")
_GROUP: Final = re.compile(r"\(\?:([^()]*)\)([?*]?)")
_LOOSE: Final = re.compile(r"\0|(?:\\[a-zA-Z]|\\?.(?=[?*{])|\[[^]]*\]|\\?\.)(?:[?*+]|\{[\d,]*\})*[?+]?")


def _lines() -> Iterator[tuple[Side, str]]:
    side = ("", "")
    for name in _NAMES:
        text = (files("helpdesk.conduct") / "data" / "contradictions" / f"{name}.txt").read_text("utf-8")
        for line in text.splitlines():
            if line.startswith("["):
                rule, sign = line.strip("[]").split()
                side = (rule, sign)
            elif line and not line.startswith("#"):
                yield side, line


def needed(pattern: str) -> frozenset[str]:
    """Words of which a match of `pattern` has at least one. Raises ValueError where there are none."""
    plain = _flat(_LOOK.sub("", pattern))
    found = {max(_LOOSE.split(one), key=len).replace("\\", "") for one in plain}
    if any(len(one) < 2 for one in found):
        raise ValueError(pattern)
    return frozenset(found)


def _flat(pattern: str) -> list[str]:
    """Without groups: a group that may be left out is a gap, any other is each of its alternatives."""
    while (gap := _GROUP.search(pattern)) and gap[2]:
        pattern = pattern[: gap.start()] + "\0" + pattern[gap.end() :]
    if gap is None:
        return pattern.split("|")
    inner = gap[1].split("|")
    return [one for word in inner for one in _flat(pattern[: gap.start()] + word + pattern[gap.end() :])]


def _read() -> tuple[dict[Side, str], dict[str, set[Side]]]:
    sides: dict[Side, list[str]] = {}
    words: dict[str, set[Side]] = {}
    for side, line in _lines():
        sides.setdefault(side, []).append(line)
        for word in needed(line):
            words.setdefault(word, set()).add(side)
    return {side: rf"(?<![a-z0-9])(?:{'|'.join(lines)})" for side, lines in sides.items()}, words


_SIDES, _WORDS = _read()
_compiled: Final = cache(re.compile)  # each when a text first needs it
_CUES: Final = tuple(_WORDS)
_OF: Final = tuple(tuple(_WORDS[one]) for one in _CUES)
_SEEN: Final = Words(_CUES)
RULES: Final = tuple(dict.fromkeys(rule for rule, _ in _SIDES))


def cued(text: str) -> dict[Side, list[int]]:
    """Where a side may be told, in text order."""
    seen: dict[Side, list[int]] = {}
    for found in islice(_SEEN.hits(text), _MOST):
        for side in _OF[found[0]]:
            seen.setdefault(side, []).append(found[1])
    return seen


def _signs(word: str) -> tuple[int, int]:
    """Bits of the rules of which a word may tell the one side, and of those of which the other."""
    sides = _WORDS[word]
    return (
        sum([1 << n for n, rule in enumerate(RULES) if (rule, "+") in sides]),
        sum([1 << n for n, rule in enumerate(RULES) if (rule, "-") in sides]),
    )


_SIGNS: Final = tuple(map(_signs, _CUES))


def may_oppose(text: str) -> bool:
    """Whether both sides of a rule may be told. Most texts end here."""
    plus = minus = 0
    for found in _SEEN.hits(text):
        one, other = _SIGNS[found[0]]
        plus |= one
        minus |= other
    return plus & minus != 0


def told(text: str, side: Side, at: list[int]) -> list[Span]:
    """Where a side is told, of where it may be."""
    spans: list[Span] = []
    pattern, last = _compiled(_SIDES[side]), 0
    for place in at[: 4 * _EACH]:
        if place < last or len(spans) >= _EACH:
            continue
        found = pattern.search(text, max(last, place - _BEFORE), min(len(text), place + _AFTER))
        if found is not None:
            spans.append(found.span())
            last = found.end()
    return spans
