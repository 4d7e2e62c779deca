"""D_SHOUT: sentences in capitals, or piles of exclamation and question marks with capitals.

Names, brands, abbreviations, addresses and warnings stand in capitals too: what shouts is made of the words
that sentences are made of.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.views import folded, raw
from helpdesk.conduct.rules.wordlists import DATA
from helpdesk.conduct.terms import Finding, Label

_UPPER: Final = "A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻŒŠŽ"
_CUE: Final = re.compile(
    rf"[{_UPPER}]{{2}}[^\w\n]{{1,4}}+[{_UPPER}]{{1,20}}+(?![^\W\d_])|[{_UPPER}]{{3}}[ ]?[!?]{{2}}"
)
_TWO: Final = re.compile(f"[{_UPPER}][{_UPPER}]")  # in both of its kinds, and soon looked for
_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_QUOTED: Final = re.compile(r"[\"\u201c\u201d\u201e«»][^\"\u201c\u201d\u201e«»\n]{2,160}+[\"\u201c\u201d«»]")
_PILE: Final = re.compile(r"[!?]{2,}")
MAX_WORDS: Final = 600


class _Word(NamedTuple):
    plain: str
    start: int
    end: int
    loud: bool
    long: bool


@cache
def _words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    kind = ""
    for line in (DATA / "speech" / "shout.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif not line.startswith("#"):
            found.setdefault(kind, set()).update(line.split())
    return {name: frozenset(words) for name, words in found.items()}


def find(reading: Reading) -> Iterator[Finding]:
    """One finding where a text shouts: from its first loud word to its last."""
    text = reading.text
    if not (_TWO.search(text) and _CUE.search(text)):
        return
    spoken = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    words = [*_read(spoken, reading.said.facts.names)]
    score = _score(words, spoken)
    loud = [word for word in words if word.loud]
    if score and loud:
        yield reading.found(
            Label.SHOUT,
            "shout.capitals",
            loud[0].start,
            loud[-1].end,
            score,
            view=reading.raw,
            evidence=("capitals",),
        )


def _read(text: str, names: frozenset[str]) -> Iterator[_Word]:
    known = _words()["NAME"]
    for number, found in enumerate(_WORD.finditer(text)):
        if number == MAX_WORDS:
            return
        word = found[0]
        letters = word.replace("'", "").replace("\u2019", "")
        plain = folded(raw(word)).text
        counts = letters.isalpha() and plain not in known and plain not in names
        yield _Word(plain, *found.span(), loud=counts and letters.isupper(), long=counts and len(letters) > 2)


def _score(words: Sequence[_Word], text: str) -> float:
    loud = [word for word in words if word.loud and word.long]
    share = len(loud) / max(1, sum(word.long for word in words))
    sentence = _words()["SENTENCE"]
    made = sum(word.loud and word.plain in sentence for word in words)
    if any(word.loud and word.plain in _words()["WARNING"] for word in words[:3]):
        return 0.0
    if len(loud) >= 2 and made >= 1 and _PILE.search(text) and share >= 0.5:
        return 0.92
    if len(loud) >= 2 and _piled(loud, text):
        return 0.85
    if len(loud) >= 4 and made >= 2 and share >= 0.6:
        return 0.95
    if made < len(loud) and _is_technical(words, loud):
        return 0.0
    if share >= 0.8 and made >= 1 and len(loud) >= 2 and sum(word.loud for word in words) >= 3:
        return 0.85
    if share == 1 and len(loud) >= 3 and not any(char.isdigit() for char in text):
        return 0.7
    return 0.8 if _longest(words, sentence) >= 4 else 0.0


def _piled(loud: Sequence[_Word], text: str) -> bool:
    """A pile right behind capitals, and capitals in a row."""
    behind = any(_PILE.match(text, word.end) or _PILE.match(text, word.end + 1) for word in loud)
    return behind and any(0 < b.start - a.end <= 3 for a, b in pairwise(loud))


def _is_technical(words: Sequence[_Word], loud: Sequence[_Word]) -> bool:
    """As many numbers and types as capitals: "RTX 4070 Ti SUPER, 16GB GDDR6X"."""
    return sum(any(char.isdigit() for char in word.plain) for word in words) >= len(loud)


def _longest(words: Sequence[_Word], sentence: frozenset[str]) -> int:
    """Long words of the longest run of capitals in which at least two are what sentences are made of."""
    best = run = made = 0
    for word in words:
        if not word.loud:
            run = made = 0
            continue
        run += word.long
        made += word.plain in sentence
        if made >= 2:
            best = max(best, run)
    return best
