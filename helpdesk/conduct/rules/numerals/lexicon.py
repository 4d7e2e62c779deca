"""The lexicon of number words: what each word says, and how glued words come apart."""

from collections.abc import Iterator, Mapping
from typing import Final

from helpdesk.conduct.rules.stems import lines_of

LANGUAGES: Final = ("en", "pl", "de", "fr", "it")
MIN_FUZZY: Final = 5  # letters of a word that is known with one letter missing, doubled or swapped


def _known() -> dict[str, str]:
    """Word -> kind. What two languages share (six, zero) says the same in both; the first one wins."""
    known: dict[str, str] = {}
    for language in LANGUAGES:
        for line in lines_of(f"numerals/{language}.txt"):
            kind, _, forms = line.partition(": ")
            for form in forms.split():
                known.setdefault(form, kind)
    return known


def _slips(word: str) -> Iterator[str]:
    """One letter left out, written twice, or two swapped; the first letter stays."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def _with_slips(known: Mapping[str, str]) -> dict[str, str]:
    wider = dict(known)
    for word, kind in known.items():
        if len(word) >= MIN_FUZZY and kind not in ("and", "times"):
            for slip in _slips(word):
                wider.setdefault(slip, kind)
    for word in _REAL:
        if word not in known:
            wider.pop(word, None)
    return wider


_REAL: Final = (
    "achat", "carte", "centro", "ciao", "cinta", "deine", "dice", "dici", "diec", "dies", "diese",
    "drehe", "ente", "every", "fort", "free", "hunde", "keine", "meine", "night", "notte", "novel",
    "nulle", "nuls", "nunn", "pice", "piece", "quanta", "quart", "quarte", "reine", "rente", "seen",
    "seine", "sente", "sett", "setta", "siege", "sieve", "sinne", "site", "stete", "sven", "tente",
    "third", "tree", "trent", "trenti", "tries", "trio", "vire", "weight", "wenty", "zielen",
)  # fmt: skip
"""Words of their own that a slip would make of a number word."""

EXACT: Final = _known()
MAX_WORD: Final = max(map(len, EXACT))
WORDS: Final = _with_slips(EXACT)
VALUES: Final = {word: int(kind) for word, kind in WORDS.items() if kind.isdigit()}
WEAK: Final = frozenset(
    [
        "o",
        "oh",
        "one",
        "un",
        "une",
        "uno",
        "una",
        "ein",
        "eine",
        "jeden",
        "jedna",
        "jedno",
        "sei",
        "null",
        "and",
        "und",
        "et",
        "e",
        "i",
        "times",
        "razy",
        "mal",
        "fois",
        "volte",
        "cent",
        "double",
        "doppio",
        "doppia",
        "neuf",
        "set",
        "sto",
        "stu",
        "set",
        "setka",
        "due",
        "tre",
        "acht",
        "elf",
        "ten",
        "once",
        "en",
        "no",
        "sete",
        "nov",
    ]
)
"""Words that are also something else: a number may begin or end beside them."""

STARTS: Final = frozenset(word[:3] for word in EXACT)
_SHORT: Final = frozenset(("e", "i", "o", "oh"))


def apart(token: str) -> list[tuple[int, int, str]]:
    """The number words that a glued token is made of, with their offsets; empty if it is not made of them."""
    if len(token) < 6 or token[:3] not in STARTS or len(token) > 120:
        return []
    best: list[tuple[int, int] | None] = [None] * (len(token) + 1)  # (pieces, where the last begins)
    best[0] = (0, 0)
    for end in range(2, len(token) + 1):
        for start in range(max(0, end - MAX_WORD), end - 1):
            before = best[start]
            if before is None or token[start:end] not in EXACT or token[start:end] in _SHORT:
                continue
            last = best[end]
            if last is None or before[0] + 1 < last[0]:
                best[end] = (before[0] + 1, start)
    return _pieces(token, best)


def _pieces(token: str, best: list[tuple[int, int] | None]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    end = len(token)
    while end and (last := best[end]) is not None:
        found.append((last[1], end, token[last[1] : end]))
        end = last[1]
    return found[::-1] if end == 0 and len(found) > 1 else []
