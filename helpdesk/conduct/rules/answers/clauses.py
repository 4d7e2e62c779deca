"""Clauses: a reply in the pieces that may each answer something, and what values they hold."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from helpdesk.conduct.rules.answers.lexicon import LANGUAGES
from helpdesk.conduct.rules.answers.linking import Matter, matter_of
from helpdesk.conduct.rules.answers.prose import WORD, Prose

_CUT: Final = re.compile(r",(?!\d)|\s[-\u2013]+\s|[():=]|(?<=[a-z])/(?=[a-z])|\s/\s")
_ITEM: Final = re.compile(r"(?:^|[\s,;.])\(?([1-9])(?:\)|\.(?=\s)|\.\)|:|\s-)\s*(?=\S)")
_NUMBER: Final = re.compile(r"\d+(?>(?:[.,:x/\u00d7-]\d+)*)\s*([a-z%\u20ac\u00a3$\"']{0,9})")
_CLOCK: Final = re.compile(
    r"\b\d{1,2}(?::\d\d|\s?(?:h|uhr|am|pm|o'clock)\b(?:\d\d)?)|\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?(?![\d,.])|\b\d{1,2}/(?:20)?\d\d\b|\b20[2-4]\d\b|\b\d{1,2} maja\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}\.(?=\s|$)|\b(?:1er|kw)\b"
)
_MONEY: Final = re.compile(r"[\u20ac\u00a3$]\s*\d")
UNITS: Final = {
    "mass": "kg g kilo kilos gr gram grams grammes grammi gramm kilogram kilogramm lb lbs oz t kilogramow kilogramy deka dag tonnes chili kilograms gramow",
    "length": "cm mm m km inch inches in ft metre metres meter metr metry metrow centimetri centimetres zentimeter millimeter centymetrow metri cale cali zoll pollici pouces cal \" '",
    "money": "eur euro euros e zl zloty zlotych pln gbp pounds pound p quid chf \u20ac \u00a3 $ cent cents grosz",
    "power": "w watt watts kw v volt volts a amp ah mah bar hz lumen lm wat watow woltow va db dba",
    "volume": "l litre litres liter litr litry litrow litri ml cl",
    "time": "day days week weeks hour hours h hr hrs min mins minute minutes month months year years working business dni dzien tydzien tygodnie tygodni godzin godziny minut miesiac miesiace miesiecy lat lata rok tag tage tagen werktage werktagen werktag woche wochen stunde stunden std minuten monat monate monaten jahr jahre jahren arbeitstage jour jours semaine semaines heure heures mois an ans jrs j giorni giorno settimane settimana ore ora minuti mesi mese anni anno gg robocze roboczych",
    "rate": "%",
    "heat": "c grad gradi grado stopni degree degrees degres degre celsius",
}  # fmt: skip
UNIT: Final = {word: name for name, words in UNITS.items() for word in words.split()}

_ITALIAN: Final = 1 << LANGUAGES.index("it")
MAX_CLAUSES: Final = 90


@dataclass(slots=True)
class Clause:
    """A piece of a sentence. `names`: the sections of its phrases; `units`: of its numbers."""

    start: int
    end: int
    sentence: int
    item: int
    words: tuple[str, ...]
    matter: Matter
    names: frozenset[str]
    units: frozenset[str] = frozenset()
    numbers: int = 0
    dated: bool = False
    asks: bool = False
    extra: bool = False  # a "yes" or "no" and more
    hollow: bool = False  # its sentence evades, or praises
    claimed: set[int] = field(default_factory=set)

    @property
    def says_yes_or_no(self) -> bool:
        """With a word for it."""
        return not self.names.isdisjoint(("YES", "NO", "BOTH", "NEITHER"))


_HOLLOW: Final = frozenset({"EVASIVE", "FLUFF"})
_SOLID: Final = frozenset({"YES", "NO", "NEG", "DONE", "ALSO"})


def clauses_of(prose: Prose) -> list[Clause]:
    """In order; a bare "yes" is one with what follows it."""
    return joined(pieces_of(prose))


def pieces_of(prose: Prose) -> list[Clause]:
    """In order, as small as they can be."""
    found: list[Clause] = []
    for number, (start, end, stop) in enumerate(prose.sentences):
        pieces = [
            clause
            for a, b, item in _pieces(prose, start, end)
            if (clause := _clause(prose, a, b, number, item, "?" in stop))
        ]
        hollow = any(one.names & _HOLLOW and not one.names & _SOLID for one in pieces)
        if sum("HEDGE" in one.names and one.dated for one in pieces) > 1:
            hollow = True
            for one in pieces:
                one.dated, one.numbers = False, 0
        for one in pieces:
            one.hollow = hollow and not (one.numbers or one.dated or one.names & _SOLID)
        found += pieces
        if len(found) >= MAX_CLAUSES:
            break
    return found


def _pieces(prose: Prose, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Cut at commas, at "and", and where an item of a list begins."""
    cuts = [(found.start(), found.end(), 0) for found in _CUT.finditer(prose.text, start, end)]
    marks = prose.within(start, end)
    cuts += [(one.start, one.start, 0) for one in marks if one.name == "AND" and one.start > start]
    within = {at: one.end for one in marks for at in range(one.start + 1, one.end)}
    cuts = [cut for cut in cuts if within.get(cut[0], 0) <= cut[1]]
    for found in _ITEM.finditer(prose.text, start, end):
        cuts.append((found.start(1), found.end(), int(found[1])))
    at, item = start, 0
    for left, right, number in sorted(cuts)[:MAX_CLAUSES]:
        if left < at:
            continue
        if left > at:
            yield at, left, item
        at, item = right, number or item
    yield at, end, item


def _clause(prose: Prose, start: int, end: int, sentence: int, item: int, asks: bool) -> Clause | None:
    words = tuple(WORD.findall(prose.text, start, end))
    if not words and not prose.text[start:end].strip(" .,;:!?-"):
        return None
    text = prose.text[start:end]
    numbers = _NUMBER.findall(text)
    spoken = _spoken(words)
    units = {UNIT[unit] for unit in (*numbers, *spoken) if unit in UNIT}
    if _MONEY.search(text):
        units.add("money")
    names = frozenset(one.name for one in prose.within(start, end))
    if words and prose.languages & _ITALIAN and "si" in (words[-1], words[0] if len(words) < 3 else ""):
        names |= {"YES"}
    dated = "DATE" in names or "time" in units or (bool(numbers) and _CLOCK.search(text) is not None)
    matter = matter_of(words, prose.languages)
    return Clause(
        start,
        end,
        sentence,
        item,
        words,
        matter,
        names,
        frozenset(units),
        len(numbers) + len(spoken),
        dated,
        asks,
    )


def _spoken(words: Sequence[str]) -> list[str]:
    """The units of numbers in words: "two weeks", "sei settimane", "ein paar Tage" not among them."""
    return [
        unit
        for word, unit in pairwise(words)
        if word in _NUMERALS and len(unit) > _SHORT_UNIT and unit in UNIT
    ]


_SHORT_UNIT: Final = 2
_NUMERALS: Final = frozenset(
    "one two three four five six seven eight nine ten twelve fifteen twenty thirty hundred "
    "jeden jedna jedno dwa dwie dwoch trzy trzech cztery czterech piec pieciu szesc siedem osiem dziewiec dziesiec sto "
    "ein eine einen einem einer zwei drei vier funf sechs sieben acht neun zehn zwolf zwanzig dreissig hundert "
    "un une deux trois quatre cinq six sept huit neuf dix douze quinze vingt trente cent "
    "uno una due tre quattro cinque sei sette otto nove dieci dodici quindici venti trenta cento".split()
)


def joined(found: Sequence[Clause]) -> list[Clause]:
    """A bare "yes" goes with what follows in its sentence, unless that is another "yes" or "no"."""
    result: list[Clause] = []
    for one in found:
        last = result[-1] if result else None
        if (
            last
            and last.sentence == one.sentence
            and last.item == one.item
            and _is_bare(last)
            and not one.says_yes_or_no
        ):
            result[-1] = _merged(last, one)
        else:
            result.append(one)
    return result


def _is_bare(one: Clause) -> bool:
    return (
        one.says_yes_or_no
        and len(one.words) <= 2
        and not one.numbers
        and one.names.isdisjoint(("BOTH", "NEITHER"))
    )


def _merged(one: Clause, other: Clause) -> Clause:
    matter = Matter(
        one.matter.stems | other.matter.stems,
        one.matter.topics | other.matter.topics,
        one.matter.words | other.matter.words,
    )
    return Clause(
        one.start, other.end, one.sentence, one.item, one.words + other.words, matter, one.names | other.names,
        one.units | other.units, one.numbers + other.numbers, one.dated or other.dated, one.asks or other.asks,
        one.hollow and other.hollow,
    )  # fmt: skip
