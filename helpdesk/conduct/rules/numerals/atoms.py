"""Atoms: the smallest parts of a text that say a number, and the words that may stand between them."""

import re
from dataclasses import dataclass
from typing import Final

from helpdesk.conduct.rules.numerals.lexicon import EXACT, STARTS, WEAK, WORDS, apart
from helpdesk.conduct.rules.scanning import Words

_TOKEN: Final = re.compile(r"[0-9]+|[a-z]+")
_SOME_DIGITS: Final = re.compile(r"[0-9](?:[^0-9]{0,40}[0-9]){2}|[0-9][^0-9]{0,5}[a-z]{3}")
_WORD: Final = re.compile(r"[a-z]+")
_KNOWN: Final = frozenset(word for word, kind in WORDS.items() if kind not in ("and", "times"))
_NUMBERS: Final = Words(_KNOWN)
_GLUED: Final = 10  # letters of a word that may be several number words
_LIKE: Final = frozenset("oilsbzgq")
LETTERS: Final = str.maketrans("oilsbzgq", "01158299")
"""What letters that look like digits stand for."""

_FILLERS: Final = frozenset(
    [
        "and",
        "then",
        "next",
        "after",
        "followed",
        "by",
        "plus",
        "dash",
        "hyphen",
        "space",
        "point",
        "dot",
        "stroke",
        "slash",
        "comma",
        "again",
        "i",
        "potem",
        "nastepnie",
        "dalej",
        "zaraz",
        "kreska",
        "myslnik",
        "kropka",
        "spacja",
        "przecinek",
        "und",
        "dann",
        "danach",
        "weiter",
        "strich",
        "bindestrich",
        "minus",
        "punkt",
        "leer",
        "leerzeichen",
        "komma",
        "schragstrich",
        "puis",
        "ensuite",
        "et",
        "apres",
        "tiret",
        "point",
        "espace",
        "virgule",
        "e",
        "ed",
        "poi",
        "dopo",
        "quindi",
        "trattino",
        "punto",
        "spazio",
        "virgola",
        "le",
        "la",
        "il",
        "les",
        "lo",
        "der",
        "die",
        "das",
        "den",
        "na",
        "am",
        "et",
        "the",
        "more",
        "razy",
        "a",
        "finally",
        "last",
        "lastly",
        "zuletzt",
        "koniec",
        "koncu",
        "ende",
        "fin",
        "fine",
        "enfin",
        "infine",
    ]
)
MIN_WORDS: Final = 3  # number words in a text without digits, below which it says no identifier
MAX_ATOMS: Final = 768  # of a text; beyond them it is a table
MIN_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Atom:
    """`kind` is "digits", "like" (letters that look like digits) or a kind of the lexicon; offsets are those
    of the text. `weak`: also an ordinary word.
    """

    start: int
    end: int
    text: str
    kind: str
    weak: bool = False

    @property
    def spoken(self) -> bool:
        """A word, not digits."""
        return self.kind not in ("digits", "like")


def atoms(text: str) -> list[Atom]:
    """In text order; none where the text holds too few for any identifier. `text` is folded."""
    if not _may_spell(text):
        return []
    tokens = [(found.start(), found[0]) for found in _TOKEN.finditer(text)]
    found: list[Atom] = []
    digits = words = 0
    for at, (start, token) in enumerate(tokens):
        if len(found) >= MAX_ATOMS:
            break
        if token.isdigit():
            found.append(Atom(start, start + len(token), token, "digits"))
            digits += len(token)
        elif (kind := WORDS.get(token)) is not None:
            if kind in ("and", "times") and not found:
                continue
            found.append(Atom(start, start + len(token), token, kind, token in WEAK))
            words += kind not in ("and", "times")
        elif _is_like(tokens, at):
            found.append(Atom(start, start + len(token), token.translate(LETTERS), "like"))
            digits += len(token)
        elif len(token) > 5 and (pieces := apart(token)):
            found += [Atom(start + a, start + b, word, EXACT[word]) for a, b, word in pieces]
            words += len(pieces)
    return found if digits + 2 * words >= MIN_DIGITS and (digits or words >= MIN_WORDS) else []


def _may_spell(text: str) -> bool:
    """Cheaply: whether it is worth while to look closer. Most messages end here."""
    if _SOME_DIGITS.search(text):
        return True
    if len(_NUMBERS.hits(text)) < 2 and max(map(len, text.split()), default=0) < _GLUED:
        return False
    words = _WORD.findall(text)
    return len(_KNOWN.intersection(words)) > 1 or any(
        len(one) >= _GLUED and one[:3] in STARTS for one in words
    )


def _is_like(tokens: list[tuple[int, str]], at: int) -> bool:
    """Letters that look like digits and touch some."""
    start, token = tokens[at]
    if len(token) > 4 or not _LIKE.issuperset(token):
        return False
    return _touches(tokens, at - 1, start, before=True) or _touches(
        tokens, at + 1, start + len(token), before=False
    )


def _touches(tokens: list[tuple[int, str]], at: int, edge: int, *, before: bool) -> bool:
    if not 0 <= at < len(tokens):
        return False
    start, token = tokens[at]
    return token.isdigit() and (start + len(token) if before else start) == edge


def is_filler(token: str) -> bool:
    """May stand between the parts of a number."""
    return token in _FILLERS
