"""Where an app is mentioned: the sentence around it, and what the words there say."""

import re
from dataclasses import dataclass
from typing import Final

from helpdesk.conduct.data.messenger import frames
from helpdesk.conduct.rules import hosts
from helpdesk.conduct.rules.apps import Mention
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.signs import DASH, DOT, DOT_WORD, UNDER
from helpdesk.conduct.rules.views import View

Account = tuple[int, int, float, str]
MARKS: Final = f"{UNDER}{DASH}{DOT}{DOT_WORD}"
REACH: Final = 90
_BREAK: Final = re.compile(r"[.!;\n](?:\s|$)|\n")
NOT: Final = re.compile(rf"(?<!\w)(?:{frames.NOT})(?!\w)")
SEEN: Final = re.compile(rf"(?<!\w)(?:{frames.SEEN})(?!\w)")
SELF: Final = re.compile(rf"(?<!\w)(?:{frames.SELF})(?!\w)")
CONTACT: Final = re.compile(rf"(?<!\w)(?:{frames.CONTACT})(?!\w)")
JOIN: Final = rf"(?:(?:{frames.JOINING})(?!\w)[\s:=,\"'(>-]{{1,4}}+){{0,6}}"
GAP: Final = r"[\s:=,;\"'(>\u2192?!|/-]{0,6}+"
COLON: Final = re.compile(r"\s{0,2}(?::|=|->|=>|>|\u2192|-\s)\s{0,2}")
OWNED: Final = re.compile(rf"(?<!\w)(?:{frames.OWNED})\s(?:own\s|neu\w+\s)?$")
_FEATURES: Final = re.compile(rf"(?<!\w)(?:{frames.FEATURES})(?!\w)")
_WORD: Final = re.compile(r"[\"'(@]?(?P<word>[a-z][a-z0-9'&_-]{2,30})")
SAME: Final = re.compile(rf"(?<!\w)(?:{frames.SAME})(?!\w)")
_PREFERRED: Final = re.compile(
    r"(?<!\w)(?:(?:i'd|we'd|would) rather (?:use|do|chat on)|wole|wolimy|lieber(?: uber| auf| per| via|"
    r" mit)?|"
    r"plutot|piuttosto|prefer\w*|prefiero)\s(?:sur\s|su\s|on\s|na\s|auf\s|la\s|le\s|l'|the\s){0,2}$"
)

_BUT: Final = re.compile(r", (?:ale|but|aber|sondern|mais|ma|pero|za to|tylko)\s")
_IF: Final = re.compile(r"(?<!\w)(?:if|se|wenn|falls|jesli|jezeli|jak|gdyby|si|s'il|s'ils)\s(?:\w+\s){0,2}$")
"""What is denied under a condition refuses nothing: "if you do not manage, call me on ..."."""


@dataclass(frozen=True, slots=True)
class Site:
    """A mention in a view, from `low` to `high` its sentence."""

    text: str
    mention: Mention
    low: int
    high: int
    view: View
    reading: Reading


def sentence(text: str, mention: Mention, seam: bool) -> tuple[int, int]:
    """The sentence of the mention, cut off at REACH; what lies over a seam is one."""
    if seam:
        return max(0, mention.start - REACH), min(len(text), mention.end + REACH)
    low = max(0, mention.start - REACH)
    for found in _BREAK.finditer(text, low, mention.start):
        low = found.end()
    far = _BREAK.search(text, mention.end + 1, min(len(text), mention.end + REACH))
    return low, far.start() if far else min(len(text), mention.end + REACH)


def is_refused(text: str, low: int, start: int) -> bool:
    """Something before the app says no to it; that it is preferred says yes."""
    for turn in _BUT.finditer(text, low, start):
        low = turn.end()
    found = NOT.search(text, low, start)
    if found and _IF.search(text, max(0, found.start() - 14), found.start()):
        return False
    return found is not None and not _PREFERRED.search(text, low, start)


def is_featured(site: Site) -> bool:
    """A product does something with the app; what the app's nickname itself says is left out.

    Where the author speaks of himself behind it, what another clause before says is left out as well.
    """
    low = site.low
    if SELF.search(site.text, site.mention.end, site.high):
        low = max(low, site.text.rfind(", ", low, site.mention.start))
    before = _FEATURES.search(site.text, low, site.mention.start)
    return bool(before or _FEATURES.search(site.text, site.mention.end, site.high))


def end_of(text: str, start: int, end: int) -> int:
    """Where the name ends, without the marks behind it."""
    while end > start + 1 and text[end - 1] in ".-_,:;":
        end -= 1
    return end


def written(start: int, end: int, view: View, reading: Reading) -> str:
    """As it is written, not folded."""
    first, last = view.span(start, end)
    return reading.text[first:last]


def name_at(text: str, start: int, high: int, view: View, reading: Reading) -> tuple[int, int] | None:
    """A word that may be an account's, with the capitalised ones behind it."""
    while start < high and text[start] in " \"'(:,":
        start += 1
    found = _WORD.match(text, start, high)
    if found is None or found["word"] in frames.NO_NAME or found["word"].rstrip("'s") in frames.NO_NAME:
        return None
    first, last = found.span("word")
    raw = written(first, last, view, reading)
    if not raw[:1].isupper():
        if found["word"] in hosts.COMMON or len(found["word"]) < 4 or SAME.match(text, first):
            return None
        return first, last
    for more in re.compile(
        r"[\s&'+-]{1,3}(?:(?:i|und|et|e|and|de|di|du|von)\s)?([a-z0-9][\w'.&-]*)"
    ).finditer(text, last, min(high, last + 40)):
        if more.start() != last or not written(more.start(1), more.end(1), view, reading)[:1].isupper():
            break
        last = more.end()
    return first, end_of(text, first, last)
