"""Sides of what cannot both be true, found in one pass.

`data/contradictions/*.txt` holds them, a regular expression a line. An automaton looks for words that the
expressions cannot do without; expressions are tried around those only.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import islice
from typing import Final

from ahocorasick_rs import AhoCorasick

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
_PATTERNS: Final = {side: re.compile(pattern) for side, pattern in _SIDES.items()}
_CUES: Final = tuple(_WORDS)
_OF: Final = tuple(tuple(_WORDS[one]) for one in _CUES)
_AUTOMATON: Final = AhoCorasick(list(_CUES))
RULES: Final = tuple(dict.fromkeys(rule for rule, _ in _PATTERNS))


def cued(text: str) -> dict[Side, list[int]]:
    """Where a side may be told, in text order."""
    seen: dict[Side, list[int]] = {}
    for found in islice(_AUTOMATON.find_matches_as_indexes(text, overlapping=True), _MOST):
        for side in _OF[found[0]]:
            seen.setdefault(side, []).append(found[1])
    return seen


def told(text: str, side: Side, at: list[int]) -> list[Span]:
    """Where a side is told, of where it may be."""
    spans: list[Span] = []
    pattern, last = _PATTERNS[side], 0
    for place in at[: 4 * _EACH]:
        if place < last or len(spans) >= _EACH:
            continue
        found = pattern.search(text, max(last, place - _BEFORE), min(len(text), place + _AFTER))
        if found is not None:
            spans.append(found.span())
            last = found.end()
    return spans
