"""Accounts that are said rather than written: letters for digits, from the end, dictated, in two halves."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from helpdesk.conduct.rules import checks, typed
from helpdesk.conduct.rules.numerals import Run
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.stems import sections, stems
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label

_WORDS: Final = sections("numbers/cues.txt")
_BANK: Final = stems(_WORDS["accounts"], _WORDS["banked"])
_CARD: Final = stems(_WORDS["cards"])
_PARTS: Final = stems(_WORDS["parts"])
_LABELS: Final = sections("numbers/labels.txt")
_OTHERS: Final = stems(_LABELS["orders"], _LABELS["parcels"])
_COUNTRIES: Final = "|".join(sorted(checks.IBAN_LENGTHS))
_LIKE: Final = (
    str.maketrans("oil", "011"),
    str.maketrans("oilsbz", "011582"),
    str.maketrans("oilsbzg", "0115826"),
)
_BEGINS: Final = re.compile(rf"(?<![a-z0-9])({_COUNTRIES})[ .-]?(?=\d[\doils]|[oils]\d)")
_TURNED: Final = "|".join(one[::-1] for one in sorted(checks.IBAN_LENGTHS))
_ENDS: Final = re.compile(rf"(?<=[ .\d-])(?:\d[\doil]|[oil]\d)[ .-]?({_TURNED})(?![a-z0-9])")
_GROUP: Final = re.compile(r"[ .-]{0,2}([a-z0-9]{1,34})(?![a-z0-9])")
_LETTERED: Final = {"gb": (4, 8), "ie": (4, 8), "nl": (4, 8), "it": (4, 5), "sm": (4, 5), "mt": (4, 8)}
_SAID: Final = re.compile(
    r"(?<![a-z0-9])(?:(?P<code>[a-z][ .,-]{0,2}[a-z])|gee[ -]?bee|dzi?e[ -]?be|pe[ -]?el|peel|de[ -]?e|"
    r"ef[ -]?er|effe[ -]?erre|i[ -]?ti|geh?[ -]beh?)[^a-z0-9]{1,4}$"
)
_NO_CARD: Final = re.compile(
    r"loyal|gift|geschenk|podarunk|cadeau|regalo|fidel|fedel|lojaln|kund|klient|member|treue|\bsim|\bsd|memor|"
    r"memoi|grafi|graphi|mere|madre|\bson\b|rete|reseau|netz|speicher|sound"
)
_GAP: Final = 44  # characters between two parts of what is dictated
_SENTENCE: Final = re.compile(r"[.!?]\s")
_LONGEST: Final = 46
MIN_DIGITS: Final = 12
_DICTATED: Final = 14
Taken = list[tuple[int, int]]


class _Said(NamedTuple):
    runs: list[Run]
    start: int
    end: int
    digits: int


def find(reading: Reading, view: View, taken: Taken) -> Iterator[Finding]:
    """Letters for digits, and what reads from its end. What is found is added to `taken`."""
    yield from _lettered(reading, view, taken)
    yield from _backwards(reading, view, taken)


def find_dictated(reading: Reading, view: View, runs: Sequence[Run], taken: Taken) -> Iterator[Finding]:
    """Behind a country or a bank, in parts. What is found is added to `taken`."""
    for some in _clusters(view.text, runs):
        if not any(some.start < end and start < some.end for start, end in taken):
            yield from _dictated(reading, view, some, taken)


def _lettered(reading: Reading, view: View, taken: Taken) -> Iterator[Finding]:
    """ "PL6l lO9O": letters that look like the digits they stand for."""
    for found in [*_BEGINS.finditer(view.text)][:MAX_CANDIDATES]:
        if any(start <= found.start() < end for start, end in taken):
            continue
        if (read := _read(view.text, found.start())) and not read[0].isdigit():
            cued = _BANK.search(view.text, max(0, found.start() - 60), found.start()) is not None
            first, last = view.span(*found.span(1))
            if not cued and not reading.text[first:last].isupper():
                continue
            score = 0.99 if checks.iban(read[1]) else 0.96 if cued else 0.86
            taken.append((found.start(), int(read[2])))
            yield _told(reading, view, "bank.iban", *taken[-1], score, read[1])


def _backwards(reading: Reading, view: View, taken: Taken) -> Iterator[Finding]:
    """From its end to its beginning: what stands last are the check digits and the country."""
    for found in [*_ENDS.finditer(view.text)][:MAX_CANDIDATES]:
        back = view.text[max(0, found.end() - _LONGEST) : found.end()][::-1]
        read = _read(back, 0)
        if read is None or any(start < found.end() <= end for start, end in taken):
            continue
        first, last = view.span(*found.span(1))
        sure = checks.iban(read[1])
        digits = sum(char.isdigit() for char in read[1])
        if not reading.text[first:last].isupper() or not (sure or digits >= len(read[1]) - 6):
            continue
        taken.append((found.end() - int(read[2]), found.end()))
        score = 0.97 if sure else 0.8
        yield _told(reading, view, "bank.reversed", *taken[-1], score, read[1])


def _read(text: str, start: int) -> tuple[str, str, int] | None:
    """How it is written, what it reads as, and where it ends; None where the length is not its country's."""
    length = checks.IBAN_LENGTHS.get(text[start : start + 2], 0)
    written, at = "", start
    while len(written) < length and (group := _GROUP.match(text, at)):
        written, at = written + group[1], group.end()
    if len(written) != length:
        return None
    low, high = _LETTERED.get(written[:2], (2, 2))
    reads = [
        written[:2] + written[2:low].translate(table) + written[low:high] + written[high:].translate(table)
        for table in _LIKE
    ]
    best = next(filter(checks.iban, reads), reads[0])
    if not best[2:4].isdigit() or sum(char.isdigit() for char in best) < length - 8:
        return None
    return written, best, at


def _clusters(text: str, runs: Sequence[Run]) -> Iterator[_Said]:
    """Runs that follow each other within a sentence, with enough digits for an account."""
    groups: list[list[Run]] = [[one] for one in runs[:1]]
    for before, one in pairwise(runs):
        gap = text[before.atoms[-1].end : one.atoms[0].start]
        if len(gap) <= _GAP and not _SENTENCE.search(gap):
            groups[-1].append(one)
        else:
            groups.append([one])
    for some in groups:
        digits = sum(map(_count, some))
        if digits >= MIN_DIGITS:
            yield _Said(some, some[0].atoms[0].start, some[-1].atoms[-1].end, digits)


def _count(run: Run) -> int:
    return sum(len(part[2]) for part in run.parts(run.manners()[0]))


def _dictated(reading: Reading, view: View, some: _Said, taken: Taken) -> Iterator[Finding]:
    text = view.text
    low = max(0, some.start - 64)
    if (country := _SAID.search(text, low, some.start)) and _is_country(reading, view, country):
        cued = _BANK.search(text, low, some.start) is not None
        if some.digits >= (MIN_DIGITS if cued else _DICTATED) and not _labelled(text, some):
            taken.append((country.start(), some.end))
            yield _told(reading, view, "bank.dictated", *taken[-1], 0.88, "")
        return
    if not _PARTS.search(text, low, some.end + 24):
        return
    if (halves := _halves(text, some, low)) and (card := _CARD.search(text, low, some.end)):
        if _NO_CARD.search(text, max(0, card.start() - 10), card.end() + 8):
            return
        for half in halves:
            taken.append(half)
            yield _told(reading, view, "bank.halves", *half, 0.84, text[slice(*half)])
    elif _BANK.search(text, low, some.start) and not (_labelled(text, some) or _called(text, some)):
        taken.append((some.start, some.end))
        yield _told(reading, view, "bank.dictated", some.start, some.end, 0.8, "")


def _is_country(reading: Reading, view: View, country: re.Match[str]) -> bool:
    """Two letters that are a country's; small ones are words."""
    if country["code"] is None:
        return True
    code = country["code"][0] + country["code"][-1]
    first, last = view.span(*country.span("code"))
    return code in checks.IBAN_LENGTHS and reading.text[first:last].isupper()


def _halves(text: str, some: _Said, low: int) -> list[tuple[int, int]]:
    """Of a card's sixteen digits; [] where they are none."""
    found: list[tuple[int, int]] = []
    digits = ""
    for run in some.runs:
        written = [one for one in run.atoms if one.kind == "digits"]
        if said := "".join(one.text for one in written):
            digits += said
            found.append((written[0].start, written[-1].end))
    card = 15 <= len(digits) <= 16 and digits[0] in "3456" and 2 <= len(found) <= 4
    return found if card and not typed.around(text, max(low, found[0][0]), found[0][1]).opens else []


def _called(text: str, some: _Said) -> bool:
    """A telephone number, with its country's code."""
    return text[some.start - 1 : some.start] == "+" or typed.calls(text, some.start - 24, some.start)


def _labelled(text: str, some: _Said) -> bool:
    """A date, a price or the number of something else is among them."""
    whole = text[max(0, some.start - 24) : some.end + 8]
    if _OTHERS.search(text, max(0, some.start - 28), some.end + 28):
        return True
    return typed.MASK in typed.masked(whole) or any(
        typed.around(text, one.atoms[0].start, one.atoms[-1].end).after for one in some.runs
    )


def _told(
    reading: Reading, view: View, rule: str, start: int, end: int, score: float, as_read: str
) -> Finding:
    return reading.found(
        Label.BANK, rule, start, end, score, view=view, evidence=("shape",), as_read=as_read.upper()
    )
