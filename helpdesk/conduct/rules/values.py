"""Two quantities of one thing that differ: its length, its warranty, how many pieces it has."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from helpdesk.conduct.rules import opposites_words
from helpdesk.conduct.rules import values_words as words
from helpdesk.conduct.rules.measures_words import TIMES
from helpdesk.conduct.rules.quantities import Quantity
from helpdesk.conduct.rules.quantities_words import NUMBERS
from helpdesk.conduct.rules.recalling_words import REPEATS

Span = tuple[int, int]
_FAR: Final = 160  # characters between two that are compared
_MOST: Final = 14  # quantities that are compared
_ANOTHER: Final = re.compile(opposites_words.ANOTHER)
_EDGE: Final = re.compile(
    r"[,.;:!?\n](?!\d)|\s(?:and|und|et|e|i|a|oraz|but|aber|mais|ma|ale|while|wahrend)\s"
)
_WORD: Final = re.compile(r"[a-z]{4,}")
_DIGITS: Final = re.compile(r"zig$|hundert|tausend|dziesiat|dziescia|dziesci|nascie|[cs]et$|sta$|ante?$")
_SEVERAL: Final = re.compile(
    r"%|\b(?:with|mit|avec|con|express|basket|each|per"
    r"|pro|je|colour|size|abroad|ausland|second|abo|from|ab|od|a partir)\b"
)
_ALONE: Final = frozenset({"mass", "power", "memory", "charge"})


def find(text: str, start: int, seen: Sequence[Quantity]) -> Iterator[Span]:
    """At most one; `start`: where the message begins that is judged, after earlier ones."""
    told = [(one, _clause(text, one)) for one in seen[:_MOST] if one.dimension not in ("", "degrees")]
    for (one, first), (other, second) in combinations(told, 2):
        if other.start < start or not _alike(one, other) or other.start - one.end > _FAR:
            continue
        if _of_one(text, one, first, other, second):
            yield other.start, other.end
            return
    yield from _beyond(text, start, seen)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Of one dimension, and not the same: rounding is none."""
    if one.dimension != other.dimension or one.noun[:5] != other.noun[:5] or not _counts(one.noun):
        return False
    return abs(one.value - other.value) > 0.03 * max(one.value, other.value)


def _counts(noun: str) -> bool:
    """Whether that is counted; digits that are read out are not."""
    if not noun:
        return True
    return (
        len(noun) > 3
        and noun not in TIMES
        and noun not in words.PIECES
        and noun not in NUMBERS
        and not _DIGITS.search(noun)
    )


def _clause(text: str, one: Quantity) -> Span:
    """Between the commas and conjunctions around it."""
    start, end = max(0, one.start - 70), min(len(text), one.end + 40)
    for edge in _EDGE.finditer(text, start, one.start):
        start = edge.end()
    after = _EDGE.search(text, one.end, end)
    return start, after.start() if after else end


def _of_one(text: str, one: Quantity, first: Span, other: Quantity, second: Span) -> bool:
    own = words.OWN.search(text, max(0, other.start - 16), other.start)
    between = text[one.end : own.start() if own else other.start]
    if not own and words.NEAR_RANGE.fullmatch(between):
        return False
    kinds = _kind(text, first), _kind(text, second)
    if _linked(text, one, kinds, other, second):
        return not words.CHANGED.search(between)
    if one.dimension != "money" and (own or _is_told(text, one, kinds[0], other)):
        return not words.SHARED.search(between) and not _headed(text, first, one, second, other)
    same = kinds[0] is not None and kinds[0] == kinds[1]
    if one.dimension == "money":
        same = same and kinds[0] in ("price", "postage") and not _SEVERAL.search(text)
    elif one.dimension == "time":
        same = same and kinds[0] == "warranty"
    elif one.dimension == "percent":
        return REPEATS.search(between) is not None and not words.SHARED.search(between)
    elif one.dimension in _ALONE:
        same = same or (
            kinds[1] is None and words.WITH.search(text, max(0, other.start - 8), other.start) is not None
        )
    elif one.dimension == "count":
        same = True
    if not same or words.RANGE.search(between) or _headed(text, first, one, second, other):
        return False
    return not _ANOTHER.search(text, max(0, one.start - 30), other.start)


def _is_told(text: str, one: Quantity, kind: str | None, other: Quantity) -> bool:
    """Whether the second has the article of what was told before."""
    known = kind is not None or one.dimension == "count"
    return known and words.THE.search(text, max(0, other.start - 6), other.start) is not None


def _linked(
    text: str, one: Quantity, kinds: tuple[str | None, str | None], other: Quantity, second: Span
) -> bool:
    """Times of which the second says what the first should be: a warranty ends, a battery is empty."""
    if one.dimension != "time":
        return False
    if kinds[0] == "warranty":
        return words.ENDS.search(text, second[0], min(len(text), other.end + 24)) is not None
    if kinds[0] == "delivery" and not 0.6 < one.value / other.value < 1.7:
        other_time = words.OTHER_TIMES.search(text, one.end, min(len(text), other.end + 40))
        return words.CONSEQUENCE.search(text, one.end, other.start) is not None and not other_time
    after = words.AFTER.search(text, max(0, other.start - 20), other.start)
    return after is not None and words.RUNS.search(text, max(0, one.start - 30), one.start) is not None


def _kind(text: str, clause: Span) -> str | None:
    near = [kind for kind, pattern in words.KINDS if pattern.search(text, *clause)]
    return near[0] if len(near) == 1 else None


def _headed(text: str, first: Span, one: Quantity, second: Span, other: Quantity) -> bool:
    """Whether the second clause begins with another thing than the first."""
    heads = _head(text, first[0], one.start), _head(text, second[0], other.start)
    return all(heads) and heads[0][:4] != heads[1][:4]


def _head(text: str, start: int, end: int) -> str:
    named = (found[0] for found in _WORD.finditer(text, start, end))
    return next((word for word in named if word not in words.NO_HEAD), "")


def _beyond(text: str, start: int, seen: Sequence[Quantity]) -> Iterator[Span]:
    """The fourth of three."""
    for one in seen:
        if one.dimension != "count" or one.value < 2 or not _counts(one.noun):
            continue
        nth = words.OF_WHICH.search(text, one.end, min(len(text), one.end + 60))
        if nth and nth.end() > start and words.NTH.get(nth["nth"][:3], 0) > one.value:
            yield nth.span("nth")
            return
