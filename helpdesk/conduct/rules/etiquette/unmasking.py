"""Bared: a text with stars, digits and signs in its words read as the letters that they stand for."""

import re
from functools import cache
from typing import Final

from helpdesk.conduct.rules.views import View
from helpdesk.conduct.rules.wordlists import DATA

MAX_WORDS: Final = 24  # of one text that are looked into
_ODD: Final = re.compile(r"(?<![a-z0-9@$*#])(?=[a-z]*+[0-9@$*#!])[a-z0-9@$*#!]{3,20}+(?![a-z0-9@$*#])")
_SIGN: Final = re.compile(r"[0-9@$*#!]")
_SIGNS: Final = str.maketrans(
    {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"}
)
_ONE: Final = str.maketrans(
    {"0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "l"}
)
_DIGITS: Final = str.maketrans("01345", "oieas")
_STARS: Final = re.compile(r"[*#@]+")


@cache
def _rude() -> str:
    """Words that people mask, a line each."""
    words = (DATA / "speech" / "masked.txt").read_text("utf-8").split()
    return "\n".join(word for word in words if not word.startswith("#"))


@cache
def _stems() -> frozenset[str]:
    return frozenset(word for word in _rude().split("\n") if len(word) > 3)


def bared(of: View) -> View | None:
    """The view with masked words read out; None where there are none."""
    if not _SIGN.search(of.text):
        return None
    parts, starts, ends, at = list[str](), list[int](), list[int](), 0
    for number, found in enumerate(_ODD.finditer(of.text)):
        read = _read(found[0]) if number < MAX_WORDS else None
        if read is None:
            continue
        first, last = of.span(*found.span())
        parts += [of.text[at : found.start()], read]
        starts += [of.span(n, n + 1)[0] for n in range(at, found.start())] + [first] * len(read)
        ends += [of.span(n, n + 1)[1] for n in range(at, found.start())] + [last] * len(read)
        at = found.end()
    if at == 0:
        return None
    parts.append(of.text[at:])
    starts += [of.span(n, n + 1)[0] for n in range(at, len(of.text))]
    ends += [of.span(n, n + 1)[1] for n in range(at, len(of.text))]
    return View("bared", "".join(parts), starts, ends)


def _read(word: str) -> str | None:
    if "*" in word or "#" in word:
        return _starred(word)
    if sum(char.isalpha() for char in word) < 2:
        return None
    for table in (_SIGNS, _ONE):
        plain = word.translate(table)
        if any(plain.startswith(plain[:n]) and plain[:n] in _stems() for n in range(4, len(plain) + 1)):
            return plain
        if len(plain) == 3 and f"\n{plain}\n" in _rude():
            return plain
    return None


def _starred(word: str) -> str | None:
    """`f***` -> the first rude word that it can be; a star may stand for one letter more or less."""
    plain = word.strip("!").translate(_DIGITS)
    if not plain[:1].isalpha() or plain.count("*") + plain.count("#") == len(plain):
        return None
    pattern = _STARS.sub(lambda stars: f"[a-z]{{{max(1, len(stars[0]) - 1)},{len(stars[0]) + 2}}}", plain)
    found = re.search(rf"^{pattern}$", _rude(), re.MULTILINE)
    return found[0] if found else None
