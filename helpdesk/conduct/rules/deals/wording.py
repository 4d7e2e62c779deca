"""The word lists of outside deals: `data/deals/<language>.txt` holds a class a line, whose words are

`name: word, stem*, two words, (one|other) word`.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import product
from typing import Final

from helpdesk.conduct.rules.letters import FOLD

LANGUAGES: Final = ("en", "pl", "de", "fr", "it")
_NUMBERS: Final = {
    "any": range(len(LANGUAGES)),
    **{name: range(number, number + 1) for number, name in enumerate(LANGUAGES)},
}
_CHOICE: Final = re.compile(r"\(([^()]*)\)")
_NO_LETTER: Final = re.compile(r"[^\w*?]+|_")
_UMLAUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

Meant = tuple[int, str, str | None]  # language, class, what has to follow


def _expanded(phrase: str) -> Iterator[str]:
    if "(" not in phrase:
        yield " ".join(phrase.split())
        return
    parts = _CHOICE.split(phrase)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    for chosen in product(*choices):
        yield " ".join("".join(chosen).split())


def _plain(phrase: str, language: str) -> Iterator[str]:
    """Folded, with nothing but letters, digits, stars and single spaces; German umlauts written out, too."""
    spellings = {phrase, phrase.translate(_UMLAUT)} if language == "de" else {phrase}
    for one in sorted(spellings):
        yield " ".join(_NO_LETTER.sub(" ", one.translate(FOLD)).split())


def _pattern(phrase: str) -> tuple[str, str | None]:
    """Up to the first star for the automaton; what stands after that star for a look at the place."""
    head, star, rest = phrase.partition("*")
    if not star:
        return f" {head} ", None
    if not rest.strip():
        return f" {head}", None
    tail = re.escape(rest).replace(r"\*", "[a-z0-9]*+").replace(r"\ ", " ")
    return f" {head}", rf"[a-z0-9]*+{tail}" + ("" if rest.endswith("*") else "(?= )")


def _lines(name: str) -> Iterator[tuple[str, str]]:
    text = (files("helpdesk.conduct") / "data" / "deals" / f"{name}.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            group, _, phrases = line.partition(":")
            for phrase in re.split(r",(?![^(]*\))", phrases):
                for one in _expanded(phrase):
                    yield group.strip(), one


def written() -> Iterator[tuple[str, list[Meant]]]:
    """All patterns, in the order of the lists, and what each of them means."""
    found: dict[str, list[Meant]] = {}
    for name in (*LANGUAGES, "any"):
        for group, phrase in _lines(name):
            for plain in _plain(phrase, name):
                _add(found, name, group, plain.removeprefix("* "))
    yield from found.items()


def _add(found: dict[str, list[Meant]], name: str, group: str, plain: str) -> None:
    head, tail = _pattern(plain)
    if len(head.strip()) < 1:
        return
    for number in _NUMBERS[name]:
        found.setdefault(head, []).append((number, group, tail))
