"""Prose: a text as its questions and answers are read from it."""

import re
from bisect import bisect_left
from functools import cached_property
from typing import Final

from helpdesk.conduct.rules import views
from helpdesk.conduct.rules.answers.lexicon import ALL, LANGUAGES, Mark, flat, lexicon
from helpdesk.conduct.rules.views import View

WORD: Final = re.compile(r"[^\W_]+(?>(?:'[^\W_]+)*)")
_END: Final = re.compile(r"\?[?!.\s]*+|[.!\u2026]++(?=[\s)\"']|$)|\n+|;")
_SHORT: Final = re.compile(
    r"(?:^|[\s(])(?:nr|no|num|art|approx|ca|ok|max|min|inkl|zzgl|bzw|ggf|evtl|z\.b|usw|vs|str|tel|p|pag|pz|ul|szt"
    r"|np|tzn|ew|tj|ok|godz|tys|poz|sig|dott|env|ref|cad|es|mr|mrs|ms|dr|st|bj|ggfs|u\.a|d\.h|i\.e|e\.g|\d{1,2})$"
)
_ADDRESS: Final = re.compile(r"(?:https?:|www\.)\S{0,300}+|(?<!\S)[^\s?]{1,80}/[^\s?]{1,80}[?=]\S{0,200}")
MAX_PROSE: Final = 4_000
"""Characters of a message in which questions and answers are looked for."""
MAX_SENTENCES: Final = 400


class Prose:
    """`languages`: those it seems to be in, or else `likely`."""

    def __init__(self, text: str, *, likely: int = 0) -> None:
        self.original = text
        self.view: View = views.folded(views.raw(text[:MAX_PROSE]))
        self.text = self.view.text
        self.flat = _stressed(flat(self.text), self.view, text)
        self._likely = likely
        self._within: dict[tuple[int, int], list[Mark]] = {}

    @cached_property
    def words(self) -> list[tuple[str, int]]:
        """Each with the place where it begins."""
        return [(found[0], found.start()) for found in WORD.finditer(self.text)]

    @cached_property
    def languages(self) -> int:
        """The most of its small words; all five where nothing tells."""
        function, counts = lexicon().function, [0.0] * 5
        for word, _ in self.words[:200]:
            if bits := function.get(word, 0):
                worth = 3 if bits & (bits - 1) == 0 else 1
                for bit in range(5):
                    counts[bit] += worth if bits >> bit & 1 else 0
        for bit in range(5):
            counts[bit] += 1.5 if self._likely >> bit & 1 and self._likely != ALL else 0
        most = max(counts)
        return sum(1 << bit for bit in range(5) if counts[bit] >= 0.8 * most) if most else self._likely or ALL

    @cached_property
    def marks(self) -> list[Mark]:
        """Phrases known, in the order of the text."""
        return lexicon().marks(self.flat, self.languages)

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.marks]

    def within(self, start: int, end: int) -> list[Mark]:
        """The marks that lie in `start:end`."""
        if (known := self._within.get((start, end))) is None:
            marks = self.marks[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
            known = self._within[start, end] = [one for one in marks if one.end <= end]
        return known

    def opening(self, start: int, end: int) -> list[Mark]:
        """Those of them that begin at `start`."""
        marks = self.marks[bisect_left(self._starts, start) : bisect_left(self._starts, start + 1)]
        return [one for one in marks if one.end <= end]

    @cached_property
    def sentences(self) -> list[tuple[int, int, str]]:
        """Where each begins and ends, its stop included, and the stop ("" where there is none)."""
        links = [found.span() for found in _ADDRESS.finditer(self.text)]
        result, at = [], 0
        for stop in _END.finditer(self.text):
            if _goes_on(self.text, stop, links) and not self._ends(stop):
                continue
            if self.text[at : stop.start()].strip():
                end = stop.end() - (len(stop[0]) - len(stop[0].rstrip()))
                result.append((at, max(end, stop.start()), stop[0].strip() or stop[0][:1]))
            at = stop.end()
            if len(result) >= MAX_SENTENCES:
                return result
        if self.text[at:].strip():
            result.append((at, len(self.text), ""))
        return result

    def _ends(self, stop: re.Match[str]) -> bool:
        """ "Around 50. Indoors from May.": a capital behind a number or a unit, where nouns have none."""
        if (
            self.languages & _GERMAN
            or _COUNT.search(self.text, max(0, stop.start() - 8), stop.start()) is None
        ):
            return False
        behind = self.original[self.view.span(stop.start(), stop.end())[1] :].lstrip()[:1]
        return behind.isupper()


_GERMAN: Final = 1 << LANGUAGES.index("de")
_COUNT: Final = re.compile(r"[\s(](?:\d\d|szt|tys|godz|min|max|ok|pz|cad)$")
_STRESSED: Final = re.compile(r"\b(?:e|si)\b")


def _stressed(text: str, view: View, original: str) -> str:
    """With the Italian "è" and "sì" as they are written: without the accent they are other words."""
    if (
        "\u00e8" not in original
        and "\u00ec" not in original
        and "\u00c8" not in original
        and "E'" not in original
    ):
        return text
    return _STRESSED.sub(lambda found: _as_written(found, view, original), text)


def _as_written(found: re.Match[str], view: View, original: str) -> str:
    start, end = view.span(*found.span())
    said = original[start:end].lower()
    if said == "e" and original[end : end + 1] == "'":
        return "\u00e8"
    return said if said in ("\u00e8", "s\u00ec") else found[0]


def _goes_on(text: str, stop: re.Match[str], links: list[tuple[int, int]]) -> bool:
    """A stop that ends no sentence: of an abbreviation, of "1. ", in an address on the web."""
    if any(a <= stop.start() < b for a, b in links):
        return True
    return stop[0] == "." and _SHORT.search(text, max(0, stop.start() - 8), stop.start()) is not None
