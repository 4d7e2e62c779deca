"""Prefixes: the letters that whatever a stem matches begins with, so that one pass finds where to look."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from helpdesk.conduct.rules.scanning import Words

LONGEST: Final = 7  # characters of a prefix
_SIGNS: Final = frozenset("\\[.(?*+{|)^$")


def prefixes(stem: str, said: str = "") -> Iterator[str]:
    """The first letters of all that `stem` may match; groups and optional letters are tried both ways."""
    at = 0
    while len(said) < LONGEST and at < len(stem):
        if stem.startswith("(?:", at):
            end = _closing(stem, at)
            rest = stem[end + 1 :]
            if rest.startswith("?"):
                rest = rest[1:]
                yield from prefixes(rest, said)
            for one in _parted(stem[at + 3 : end]):
                yield from prefixes(one + rest, said)
            return
        if stem[at] in _SIGNS:
            break
        if stem[at + 1 : at + 2] == "?":
            yield from prefixes(stem[at + 2 :], said)
            yield from prefixes(stem[at + 2 :], said + stem[at])
            return
        said += stem[at]
        at += 1
    yield said


def _closing(stem: str, at: int) -> int:
    depth = 0
    for place in range(at, len(stem)):
        if stem[place] == "(":
            depth += 1
        elif stem[place] == ")":
            depth -= 1
            if depth == 0:
                return place
    raise ValueError(stem)


def _parted(body: str) -> Iterator[str]:
    depth, last = 0, 0
    for place, char in enumerate(body):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            yield body[last:place]
            last = place + 1
    yield body[last:]


class Spotter:
    """Where stems of several classes stand in a text; each is held against the places of its prefixes."""

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        found: dict[str, list[tuple[str, str]]] = {}
        for name, some in classes.items():
            for stem in some:
                for prefix in dict.fromkeys(prefixes(stem)):
                    found.setdefault(prefix, []).append((name, stem))
        self._names: Final = tuple(classes)
        self._stems: Final = list(found.values())
        self._words: Final = Words(found)

    def spans(self, text: str) -> dict[str, list[tuple[int, int]]]:
        """Half-open spans of each class, in their order."""
        seen: dict[str, list[tuple[int, int]]] = {name: [] for name in self._names}
        for number, start, _ in self._words.hits(text):
            if start > 0 and text[start - 1].isalnum():
                continue
            for name, stem in self._stems[number]:
                if match := _compiled(stem).match(text, start):
                    seen[name].append(match.span())
        return seen


@cache
def _compiled(stem: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{stem})(?![a-z0-9])")
