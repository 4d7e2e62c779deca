"""Nicknames: what looks like an account's name, near an app or where someone asks to be looked for."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from helpdesk.conduct.data.hosts import suffixes
from helpdesk.conduct.data.listing import listed
from helpdesk.conduct.data.messenger import frames
from helpdesk.conduct.rules import hosts
from helpdesk.conduct.rules.apps import Mention, mentions_in
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label

_QUICK: Final = re.compile(r"[._#@](?:(?<=[a-z0-9][._#])[a-z0-9]|(?<=@)(?<!\w@)[a-z])")
_SHAPED: Final = re.compile(
    r"(?<![\w.@/\\-])(?=[a-z0-9_]{0,30}[a-z])_?[a-z0-9]{2,30}(?>(?:[._][a-z0-9]{1,24}){1,3})_?(?![\w@/\\#-]|\.\w)"
)
_TAG: Final = re.compile(r"(?<![\w.@/#-])(?P<name>[a-z][a-z0-9_.]{2,24})#\d{4}(?!\d)")
_AT: Final = re.compile(r"(?<![\w.@/])@(?P<name>[a-z][a-z0-9._-]{4,30})(?![\w@])")
_SOUGHT: Final = re.compile(
    r"(?<!\w)(?:(?:add|find|follow|message|msg|dm|ping|hit|catch|look) (?:me|us)|i'?m|i am|we'?re|"
    r"user(?:name)?|handle|nick\w*|"
    r"such\w* (?:mich|uns)|adde?n?|folg\w* (?:mir|uns)|(?:schreib\w*|schnapp\w*|findet?|finden|"
    r"erreich\w*) (?:\w+ )?(?:mich|uns|mir|unter)|"
    r"benutzer\w*|szukaj\w* (?:mnie|nas)|dodaj\w*|obserwuj\w*|znajdz\w*|znajdzie\w*|napisz\w*|jestem|"
    r"jestesmy|"
    r"ajoute[rz]?(?:[- ](?:moi|nous))?|suive[zr]|cherche[rz]?(?:[- ](?:moi|nous))|trouve[rz]|je suis|"
    r"pseudo|mon compte|"
    r"cercami|cercatemi|mi trov\w+|ci trov\w+|aggiung\w*|segui\w*|scrivi\w*|sono|siamo)(?!\w)"
)  # fmt: skip
_NOT: Final = re.compile(rf"(?<!\w)(?:{frames.NOT})(?!\w)")
_FEATURES: Final = re.compile(rf"(?<!\w)(?:{frames.FEATURES})(?!\w)")
_FILES: Final = frozenset(
    listed(
        "pdf png jpg jpeg zip exe doc docx xls xlsx txt bin apk htm html mp3 mp4 py js csv svg stl dxf gif"
    )
)
_TYPED: Final = frozenset(
    listed(
        "order orders invoice item model part colour color ticket case batch lot serial bestellung "
        "rechnung artikel teil modell farbe "
    "zamowienie faktura czesc numer kolor commande facture article modele couleur ordine fattura articolo "
    "modello colore nr no id "
    "number nummer numero ral pantone")
)  # fmt: skip
_BEFORE, _BEHIND = 70, 40


def find(reading: Reading) -> Iterator[Finding]:
    """Names with dots, underscores or a number sign in them, in the folded text."""
    text = reading.folded.text
    if not _QUICK.search(text):
        return
    for found in islice(_SHAPED.finditer(text), MAX_CANDIDATES):
        if _is_name(found[0], reading, found) and (score := _score(text, found)) >= 0.3:
            yield _found(reading, "nick.shaped", found, score)
    for found in islice(_TAG.finditer(text), MAX_CANDIDATES):
        if found["name"] not in _TYPED and found["name"] not in hosts.COMMON and _score(text, found):
            yield _found(reading, "nick.tag", found, 0.85)
    for found in islice(_AT.finditer(text), MAX_CANDIDATES):
        if found["name"] not in hosts.COMMON and _SOUGHT.search(text, *_around(text, found)):
            yield _found(reading, "nick.at", found, 0.8)


def shaped(reading: Reading, start: int, end: int) -> re.Match[str] | None:
    """The first word in a part of the folded text that looks like an account's name."""
    for found in islice(_SHAPED.finditer(reading.folded.text, start, end), 4):
        if _is_name(found[0], reading, found):
            return found
    return None


def _found(reading: Reading, rule: str, found: re.Match[str], score: float) -> Finding:
    return reading.found(Label.MSGR, rule, *found.span(), score, evidence=("shape",), as_read=found[0])


def _around(text: str, found: re.Match[str]) -> tuple[int, int]:
    """The clauses around a name, up to the end of a sentence."""
    low, high = max(0, found.start() - _BEFORE), min(len(text), found.end() + _BEHIND)
    for stop in re.finditer(r"[.!;\n](?:\s|$)", text[low : found.start()]):
        low = max(0, found.start() - _BEFORE) + stop.end()
    end = re.search(r"[.!;\n](?:\s|$)", text[found.end() : high])
    return low, found.end() + end.start() if end else high


def _is_name(token: str, reading: Reading, found: re.Match[str]) -> bool:
    """No file, host, number, code or two words with a blank forgotten."""
    parts = re.split(r"[._]", token)
    if sum(char.isalpha() for char in token) < 4 or parts[-1] in _FILES:
        return False
    first, last = reading.folded.span(*found.span())
    if reading.text[first:last].isupper():
        return False
    if "_" in token:
        return not all(part in hosts.COMMON for part in parts)
    if any(part in hosts.COMMON or part in frames.NO_NAME or part in suffixes.ABBREVIATED for part in parts):
        return False
    if reading.text[first:last] != token or len(parts[0]) < 3:
        return False
    return hosts.suffix_of(token) not in suffixes.PLAIN


def _score(text: str, found: re.Match[str]) -> float:
    """How sure an app nearby, or a request to be looked for, makes it."""
    low, high = _around(text, found)
    if _NOT.search(text, low, found.start()):
        return 0.0
    near = [one for one in mentions_in(text[low:high]) if _counts(one, text[low:high])]
    if near and ("." not in found[0] or not _FEATURES.search(text, low, high)):
        return 0.88 if any(one.sure or one.nickname for one in near) else 0.75
    return 0.8 if not re.search(r"\.", found[0]) and _SOUGHT.search(text, low, high) else 0.0


def _counts(one: Mention, text: str) -> bool:
    """A short word that may be something else counts where it stands before the name only."""
    return one.sure or one.nickname or text[one.start : one.end] not in ("x", "line", "element", "matrix")
