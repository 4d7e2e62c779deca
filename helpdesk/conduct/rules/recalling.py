"""What this message tells as said before, or denies, and what earlier ones of the same author really said."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from helpdesk.conduct.rules import recalling_words as words
from helpdesk.conduct.rules.measures_words import TIMES
from helpdesk.conduct.rules.quantities import Quantity
from helpdesk.conduct.rules.quantities_words import CLASSES
from helpdesk.conduct.rules.schedules import Day, days_in

Span = tuple[int, int]
Facts = Mapping[str, Span]
_SENTENCE: Final = re.compile(r"[.!?;\n](?=\s|$)")


def _class(named: Mapping[str, str]) -> re.Pattern[str]:
    each = (rf"(?P<{name}>(?:{'|'.join(forms.replace('-', ' ').split())}))" for name, forms in named.items())
    return re.compile(rf"\b(?:{'|'.join(each)})\b")


_CLASSES: Final = tuple(_class(named) for named in CLASSES.values())


def recalls(text: str) -> bool:
    """Whether a folded text speaks of what was said before: then earlier messages have to be known."""
    return words.REPEATS.search(text) is not None or words.NEVER.search(text) is not None


def find(
    text: str, start: int, language: str, before: Sequence[Quantity], now: Sequence[Quantity]
) -> Iterator[tuple[str, Span]]:
    """At most one. `text`: earlier messages and, from `start` on, the one that is judged; `before` and `now`:
    the quantities of both.
    """
    if words.CORRECTS.search(text, start):
        return
    yield from _denied(text, start, language)
    if words.REPEATS.search(text, start):
        yield from _recalled(text, start, before, now)


def _recalled(
    text: str, start: int, before: Sequence[Quantity], now: Sequence[Quantity]
) -> Iterator[tuple[str, Span]]:
    """Facts that are told as said before and are others."""
    for rule, facts in _READERS.items():
        early, late = facts(text, 0, start), facts(text, start, len(text))
        if early and late and not early.keys() & late.keys():
            yield f"recalled.{rule}", next(iter(late.values()))
            return
    early_days = days_in(text[:start])
    for day in days_in(text[start:]) if early_days else ():
        known = [one for one in early_days if _of_one(one, day)]
        if known and all(one.number != day.number for one in known):
            yield "recalled.day", (start + day.span[0], start + day.span[1])
            return
    for one in now:
        others = [other.value for other in before if _comparable(one, other)]
        differs = others and all(abs(one.value - other) > 0.02 * one.value for other in others)
        if differs and sum(_comparable(one, other) for other in now) == 1:
            yield "recalled.value", (one.start, one.end)
            return


def _of_one(one: Day, other: Day) -> bool:
    """Days of one kind on which the same happens, as far as that is told."""
    return one.kind == other.kind != "relative" and (
        one.event is None or other.event is None or one.event == other.event
    )


def _comparable(one: Quantity, other: Quantity) -> bool:
    if one.dimension not in ("count", "") and one.dimension == other.dimension:
        return True
    named = {one.noun, other.noun} - {""}
    if one.dimension not in ("count", "") or other.dimension not in ("count", "") or named & TIMES:
        return False
    return one.noun[:4] == other.noun[:4]


def _sizes(text: str, start: int, end: int) -> Facts:
    return {one["size"]: one.span("size") for one in words.SIZE.finditer(text, start, end)}


def _of_class(pattern: re.Pattern[str]) -> Callable[[str, int, int], Facts]:
    def read(text: str, start: int, end: int) -> Facts:
        return {one.lastgroup or "": one.span() for one in pattern.finditer(text, start, end)}

    return read


_READERS: Final[Mapping[str, Callable[[str, int, int], Facts]]] = {
    "size": _sizes,
    **dict(zip(CLASSES, map(_of_class, _CLASSES), strict=True)),
}


def _denied(text: str, start: int, language: str) -> Iterator[tuple[str, Span]]:
    """Never, where it was told before."""
    found = words.NEVER.search(text, start)
    if found is None and language in words.NEVER_IN:
        found = words.NEVER_IN[language].search(text, start)
    if found is None:
        return
    first, last = _sentence(text, found.start(), start)
    for name, pattern in words.TOPICS:
        topic = pattern.search(text, first, last)
        if topic and _affirmed(text[:start], pattern):
            yield f"denied.{name}", (min(topic.start(), found.start()), max(topic.end(), found.end()))
            return


def _sentence(text: str, at: int, start: int) -> Span:
    before = [one.end() for one in _SENTENCE.finditer(text, max(start, at - 120), at)]
    after = _SENTENCE.search(text, at)
    return max([start, at - 120, *before]), min(after.start() if after else len(text), at + 120)


def _affirmed(text: str, topic: re.Pattern[str]) -> bool:
    """Whether one of the earlier sentences tells of it, and does not deny, ask or make it a condition."""
    for one in topic.finditer(text):
        first, last = _sentence(text, one.start(), 0)
        if not words.NOT.search(text, first, min(last + 1, len(text))):
            return True
    return False
