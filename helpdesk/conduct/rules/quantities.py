"""Quantities: numbers with what they count, brought to one unit, so that 5000 g are more than 2 kg."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from helpdesk.conduct.rules.quantities_words import HALF_A_YEAR, NUMBERS, UNITS
from helpdesk.conduct.rules.scanning import Words

_MOST: Final = 32  # quantities of one text
_SEEN: Final = 400  # places of one text that are looked at
_WORDS: Final = "|".join(sorted((word for word, n in NUMBERS.items() if n > 1), key=len, reverse=True))
_ONE: Final = tuple(word for word, n in NUMBERS.items() if n == 1)
_TIMES: Final = tuple(unit for unit, (dimension, _) in UNITS.items() if dimension == "time" and len(unit) > 1)
_NUMBER: Final = re.compile(
    r"(?<![\w.,:/])(?:"
    r"(?P<digits>\d{1,3}(?:[ .]\d{3})+(?:,\d{1,2})?(?!\d)|\d{1,6}(?:[.,]\d{1,3})?)(?![\d:/])"
    rf"|(?P<word>(?:{_WORDS})(?!\w)|(?:{'|'.join(_ONE)})(?=[ -](?:{'|'.join(_TIMES)})\b)))"
    rf"(?:[ -]?(?!(?:{_WORDS})\b)(?P<unit>[%\u20ac\u00a3$\u00b0]|[a-z]{{1,16}}'?))?"
    rf"|\b(?P<half>{'|'.join(HALF_A_YEAR)})\b"
)
_SIGN: Final = re.compile(r"(?:[\u20ac\u00a3$]\s?|\b(?:eur|gbp|pln|usd)\s)$")
_BEGIN: Final = (
    *"0123456789",
    *(word for word, n in NUMBERS.items() if n > 1),
    *HALF_A_YEAR,
    *(f"{one}{gap}{unit}" for one in _ONE for gap in " -" for unit in _TIMES),
)
_ANY: Final = Words(_BEGIN)
_CUES: Final = AhoCorasick(_BEGIN, matchkind=MatchKind.LeftmostLongest)
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[ .]\d{3})+(?:,\d{1,2})?")


class Quantity(NamedTuple):
    """How much of what (metres, grams, hours, an amount; "count" of a noun, "" of nothing), and where."""

    dimension: str
    value: float
    noun: str
    start: int
    end: int


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Of a part of a folded text, in its order."""
    if start < end and _ANY.hits(text):
        yield from islice(_read(text, start, end), _MOST)


def _read(text: str, start: int, end: int) -> Iterator[Quantity]:
    last = start
    for _, at, _ in islice(_CUES.find_matches_as_indexes(text[start:end]), _SEEN):
        place = start + at
        if place < last or (place > start and text[place - 1].isalnum()):
            continue
        found = _NUMBER.match(text, place, end)
        if found is None:
            continue
        last = found.end()
        if found["half"]:
            hours = {"fort": 336.0, "rok": 8760.0}.get(found["half"][:4], 4380.0)
            yield Quantity("time", hours, "", *found.span())
        else:
            sign = _SIGN.search(text, max(start, place - 4), place)
            yield _counted(found, sign.start() if sign else None)


def _counted(found: re.Match[str], sign: int | None) -> Quantity:
    unit = found["unit"] or ""
    known = ("money", 1.0) if sign is not None else UNITS.get(unit)
    large = known is None or known[0] == "money"
    value = NUMBERS[found["word"]] if found["word"] else number(found["digits"], large=large)
    if sign is not None:
        return Quantity("money", value, "", sign, found.end("digits") if found["digits"] else found.end())
    if known:
        return Quantity(known[0], value * known[1], "", *found.span())
    return Quantity("count" if len(unit) > 2 else "", value, unit, *found.span())


def number(digits: str, *, large: bool = True) -> float:
    """Of the digits of a number, as any of the five languages writes it; 1.250 is large in amounts only."""
    if (large or " " in digits) and _THOUSANDS.fullmatch(digits):
        digits = digits.replace(" ", "").replace(".", "")
    return float(digits.replace(",", "."))
