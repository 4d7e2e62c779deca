"""What one thing is one of: its material and colour, its shares of a hundred, with or without a part."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ahocorasick_rs import AhoCorasick

from helpdesk.conduct.rules import attributes_words as words
from helpdesk.conduct.rules.quantities import Quantity
from helpdesk.conduct.rules.quantities_words import CLASSES

Span = tuple[int, int]
_HUNDRED: Final = 100.5  # per cent, and what rounding adds
_CUE: Final = AhoCorasick(
    [" is ", " are ", " ist ", " sind ", " est ", " sont ", " e ", " sono ", " jest ", " sa "]
)


def _told(named: Mapping[str, str], before: str) -> re.Pattern[str]:
    each = (rf"(?P<{name}>(?:{'|'.join(forms.split())}))" for name, forms in named.items())
    return re.compile(rf"{before}(?:{'|'.join(each)})\b")


_FIRST: Final = tuple(_told(CLASSES[name], words.IS) for name in ("material", "colour"))
_AGAIN: Final = tuple(_told(CLASSES[name], words.IT_IS) for name in ("material", "colour"))


def find(text: str, seen: Sequence[Quantity]) -> Iterator[Span]:
    """Of a message alone; `seen`: its quantities."""
    yield from _shares(text, seen)
    yield from _with(text)
    if len(_CUE.find_matches_as_indexes(text)) > 1:
        yield from _other(text)


def _shares(text: str, seen: Sequence[Quantity]) -> Iterator[Span]:
    """80 per cent wool and 40 per cent nylon."""
    shares = [one for one in seen if one.dimension == "percent"]
    if len(shares) < 2 or sum(one.value for one in shares) < _HUNDRED:
        return
    near = all(words.FIBRE.match(text, one.end) for one in shares)
    if near and shares[-1].end - shares[0].start < 90 and not words.APART.search(text):
        yield shares[-1].start, shares[-1].end


def _with(text: str) -> Iterator[Span]:
    """Without a part that is enclosed."""
    without = words.WITHOUT.search(text)
    if without is None:
        return
    stem = re.escape(without["part"][: max(5, len(without["part"]) - 2)])
    for found in re.compile(words.ENCLOSED.replace("PART", stem)).finditer(text):
        apart = found.start() >= without.end() or found.end() <= without.start()
        if apart and not words.NOT.search(text, max(0, found.start() - 16), found.end() + 10):
            yield found.span()
            return


def _other(text: str) -> Iterator[Span]:
    """It is black; it is red."""
    for first, again in zip(_FIRST, _AGAIN, strict=True):
        one = first.search(text)
        other = again.search(text, one.end()) if one else None
        if one is None or other is None or one.lastgroup == other.lastgroup:
            continue
        if other.start() - one.end() < 60 and not words.APART.search(text, one.start(), other.end() + 24):
            yield other.span()
            return
