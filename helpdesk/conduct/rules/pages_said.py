"""Pages told without an address: the shop's name and "the usual ending", a page of links, letters."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.data.hosts import places
from helpdesk.conduct.rules.hosts import COMMON
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label

_REACH: Final = 80
_ENDED: Final = re.compile(rf"(?<!\w)(?:{places.ENDED})(?!\w)")
_USUAL: Final = re.compile(rf"(?<!\w)(?:{places.USUAL})(?!\w)")
_NAMED: Final = re.compile(rf"(?<!\w)(?:{places.NAMED})[\s:,\"']{{1,3}}(?P<name>[a-z][\w&-]{{4,40}})")
_TOKEN: Final = re.compile(r"(?<![\w@.])[^\W\d_][\w&-]{4,40}(?![\w@])")
_CAMEL: Final = re.compile(
    r"[^\W\d_][^\W_]*?[a-z][A-Z][a-z]\w*|[^\W\d_]{3,}\d{1,4}|[^\W\d_]{3,}-[^\W\d_]{3,}-?\w*"
)
_KNOWN: Final = re.compile(rf"(?<!\w)(?:{places.KNOWN})(?!\w)")
_SHOP: Final = re.compile(rf"(?<!\w)(?:{places.SHOP})(?!\w)")
_BREAK: Final = re.compile(r"[.!?;]\s|\n")
_SLASH: Final = r"(?:[/:]|slash|forward slash|ukosnik|schragstrich|barre(?: oblique)?|barra|slesz)"
_LINKS: Final = re.compile(
    rf"(?<![\w.@])(?:{places.LINKERS})\s{{0,2}}{_SLASH}\s{{0,2}}(?P<name>[a-z0-9][\w.-]{{2,40}})"
    rf"|(?<![\w.@])(?:{places.LINK_PAGES})[\s,:-]{{1,3}}(?:(?:name|user|under|as|is|als|unter|namens|ist|"
    rf"pod|jako|nazwa|nick|sous|"
    r"nom|c'est|come|nome|sotto|e|da|mit|with|avec|con|z)[\s:]{1,2}){0,2}(?P<handle>[a-z0-9][\w.-]{3,40})"
)
_LETTERS: Final = re.compile(
    r"(?<![\w.@-])(?P<label>[a-z0-9][a-z0-9-]{2,40}(?:\s(?:dash|hyphen|tiret|myslnik|kreska|bindestrich|"
    r"minus|"
    r"trattino)\s[a-z0-9-]{2,30})?)[\s,]{1,2}(?:dot|kropka|punkt|point|punto)[\s,]{1,2}"
    r"(?:c[\s-]o[\s-]m|f[\s-]r|p[\s-]l|d[\s-]e|i[\s-]t|e[\s-]u|c[\s-]o[\s-]u[\s-]k|n[\s-]e[\s-]t|"
    r"pe[\s-]?el|ef[\s-]?er|"
    r"effe[\s-]?erre|i[\s-]ti|ce[\s-]?o[\s-]?em)(?![\w'])"
)
_COMMA: Final = re.compile(
    r"(?<![\w.@-])(?P<label>[a-z][a-z0-9-]{4,40}),(?:de|fr|it|at|ch|be)"
    r"(?=\s{0,2}(?:[.!?)\n]|$|(?:einfach|eintipp\w*|eingeb\w*|che|wpisz\w*|tapez|digit\w*|type|enter|hat|"
    r"ma|ha)\b))"
    r"|(?<![\w.@-])(?P<wide>[a-z][a-z0-9]{2,20}-[a-z0-9-]{2,20})\s,\s?(?:de|fr|it|at|ch|pl)(?![\w'])"
)
_SEAT: Final = re.compile(
    r"(?<!\w)(?:www|site|website|web|seite|strona|stronie|sito|internet|page|adres\w*|link\w*)(?!\w)"
)
_HANDLED: Final = re.compile(r"[\d_.]|-")


def find(view: View, reading: Reading) -> Iterator[Finding]:
    """In the folded view or one like it."""
    text = view.text
    yield from _ended(view, reading)
    for found in _LINKS.finditer(text):
        name = found["name"] or found["handle"]
        sure = found["name"] and ":" not in found[0]
        if not sure and (name in COMMON or not (_HANDLED.search(name) or len(name) > 7)):
            continue
        yield _told(reading, view, "url.links", found.start(), found.end(), 0.88)
    for found in _LETTERS.finditer(text):
        if found["label"] not in COMMON:
            yield _told(reading, view, "url.letters", *found.span(), 0.86)
    for found in _COMMA.finditer(text):
        if found["wide"]:
            yield _told(reading, view, "url.undotted", *found.span(), 0.7)
            continue
        shaped = _HANDLED.search(found["label"]) or _SEAT.search(
            text, max(0, found.start() - 40), found.start()
        )
        if found["label"] not in COMMON and (shaped or len(found["label"]) > 8):
            yield _told(reading, view, "url.undotted", *found.span(), 0.8)


def _ended(view: View, reading: Reading) -> Iterator[Finding]:
    """ "The firm in one word, weldkitdirect, then the usual ending"."""
    text = view.text
    for found in [*_ENDED.finditer(text)][:MAX_CANDIDATES]:
        low, high = max(0, found.start() - _REACH), min(len(text), found.end() + 30)
        if not _USUAL.search(text, max(low, found.start() - 40), high):
            continue
        if not (_KNOWN.search(text, low, high) or _SHOP.search(text, low, high)):
            continue
        for edge in _BREAK.finditer(text, low, found.start()):
            low = edge.end()
        if (name := _name(view, reading, low, found.start())) is not None:
            yield _told(reading, view, "url.ending", *name, 0.8)
            return


def _name(view: View, reading: Reading, low: int, high: int) -> tuple[int, int] | None:
    """What is written as a name, or named as one; the last one before the ending."""
    named = [*_NAMED.finditer(view.text, low, high)]
    for token in reversed([*_TOKEN.finditer(view.text, low, high)]):
        first, last = view.span(*token.span())
        written = reading.text[first:last]
        if _CAMEL.fullmatch(written):
            return token.span()
        before, after = view.text[token.start() - 2 : token.start()], view.text[token.end() : token.end() + 1]
        if before in (", ", ": ") and after == "," and len(token[0]) > 6 and token[0] not in COMMON:
            return token.span()
    if named and named[-1]["name"] not in COMMON:
        return named[-1].span("name")
    return None


def _told(reading: Reading, view: View, rule: str, start: int, end: int, score: float) -> Finding:
    return reading.found(
        Label.URL, rule, start, end, score, view=view, evidence=("shape",), as_read=view.text[start:end]
    )
