"""Elsewhere: being sent to a place without an address: "google us", a listing on another marketplace, an app."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.data.hosts import places
from helpdesk.conduct.rules.cues import Cues
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label

_CUES: Final = Cues({"engine": places.ENGINES, "market": places.MARKETS, "store": places.STORES})
_ENGINE: Final = re.compile(
    r"(?<!\w)(?:wy|po|za|er)?(?:google|googl|gugl|guugl|gogl|goggl|googel)(?P<verb>n|ns|nt|ez|er|are|uj\w*|ujcie|owac|nij\w*|nac|ate|i|a)?(?!\w)"
    r"|(?<!\w)(?:duckduckgo|ecosia|qwant|bing|suchmaschine\w*|search engine|wyszukiwar\w*|moteur de recherche|motore di ricerca|startpage)(?!\w)"
)
_MARKET: Final = re.compile(
    r"(?<!\w)(?:"
    + "|".join(sorted(places.MARKETS, key=len, reverse=True))
    + r")(?:\.(?:co\.uk|com|de|pl|fr|it))?(?!\w)"
)
_STORE: Final = re.compile(r"(?<!\w)(?:" + "|".join(places.STORES) + r")(?!\w)")
_SEARCH: Final = re.compile(rf"(?<!\w)(?:{places.SEARCH})(?!\w)")
_SELF: Final = re.compile(rf"(?<!\w)(?:{places.SELF})(?!\w)")
_LISTING: Final = re.compile(rf"(?<!\w)(?:{places.LISTING})(?!\w)")
_UNDER: Final = re.compile(rf"(?<!\w)(?:{places.UNDER})(?!\w)")
_NOT: Final = re.compile(rf"(?<!\w)(?:{places.NOT})(?!\w)|n't(?!\w)")
_BREAK: Final = re.compile(r"[.!?\n;](?:\s|$)|\n")
_NUMBER: Final = re.compile(r"(?<!\d)\d{7,14}(?!\d)")
_NAME: Final = re.compile(r"[^\W\d_][\w.&'-]*")
_HANDLE: Final = re.compile(
    r"(?<![\w.])@?[a-z0-9]+[_.][a-z0-9_.]*[a-z0-9](?!\w)|(?<!\w)[a-z]{3,}\d{1,4}(?!\w)"
)
_REACH: Final = 70


def find(reading: Reading) -> Iterator[Finding]:
    """What sends the reader somewhere else."""
    text = reading.folded.text
    cues = _CUES.seen(text)
    if "engine" in cues:
        yield from _searched(reading, text)
    if "market" in cues:
        yield from _listed(reading, text)
    if "store" in cues:
        yield from _stored(reading, text)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around `start:end`, no further than _REACH on either side."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    for found in _BREAK.finditer(text, low, start):
        low = found.end()
    found_end = _BREAK.search(text, end, high)
    return low, found_end.start() if found_end else high


def _searched(reading: Reading, text: str) -> Iterator[Finding]:
    """ "google us", "look for Fern Candles on Google"."""
    for found in [*_ENGINE.finditer(text)][:MAX_CANDIDATES]:
        low, high = _around(text, *found.span())
        span = _google(reading, text, found, low, high)
        if span and not _NOT.search(text, low, found.start()):
            start, end, score = span
            yield reading.found(Label.URL, "url.searched", start, end, score, evidence=("search",))


def _google(
    reading: Reading, text: str, found: re.Match[str], low: int, high: int
) -> tuple[int, int, float] | None:
    after = re.compile(
        r"\s(?:us|me|uns|nous|nas|noi|ci|our|unser\w*|notre|nasz\w*|nostro|it\b|mal|einfach|sie|for|nach|po|pour)\b"
    ).match(text, found.end())
    ordered = found.groupdict().get("verb") is not None or _is_told(text, found, low)
    name = _name_after(reading, text, found.end(), high)
    if ordered and name:
        return found.start(), name[1], 0.86
    if after and after[0].strip() in ("us", "me", "uns", "nous", "nas", "noi"):
        return found.start(), after.end(), 0.88
    asked = _SEARCH.search(text, low, found.start())
    if asked is None:
        asked = _SEARCH.search(text, found.end(), min(high, found.end() + 25))
    if asked is None or (asked.start() < found.start() and _is_own_search(text, asked, low)):
        return None
    name = name or _name_after(reading, text, asked.end(), max(found.start(), asked.end()))
    if name:
        return min(asked.start(), found.start(), name[0]), max(found.end(), name[1]), 0.86
    if _SELF.search(text, asked.start(), high) and not _is_generic(text, asked.end()):
        return min(asked.start(), found.start()), max(asked.end(), found.end()), 0.7
    return None


_OWN_SEARCH: Final = re.compile(
    r"(?:\bi|\bi've|\bive|\bwe|ich|hab|habe|ho|j'ai|jai|\bon a|can|could|kann|kann ich|puis-je|posso|moge|czy|where|wo|gdzie|ou|dove|if)\s(?:\w+\s){0,2}$"
)


def _is_own_search(text: str, asked: re.Match[str], low: int) -> bool:
    """What the author has searched or may search: no order to the reader."""
    return bool(_OWN_SEARCH.search(text, low, asked.start())) or asked[0].endswith(("lem", "lam", "liśmy"))


_TOLD: Final = re.compile(
    r"(?:^|[.,;:!?\n-]\s?|just|simply|please|pls|or|and|can|could|to|po prostu|prosze|wystarczy|mozna|einfach|bitte|mal|il suffit de|vous pouvez|basta|puo|potete)\s?$"
)


def _is_told(text: str, found: re.Match[str], low: int) -> bool:
    """At the beginning of a clause or after "just": an order."""
    before = text[low : found.start()]
    if re.search(r"\b(?:can|could) i\s$|\bi\s(?:can|could)?\s?$", before):
        return False
    return not before.strip() or _TOLD.search(before) is not None


def _is_generic(text: str, start: int) -> bool:
    words = [found[0] for found in _NAME.finditer(text, start, min(len(text), start + 40))][:3]
    return any(word in places.GENERIC for word in words)


def _name_after(reading: Reading, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Words with capital letters, in quotes, or after "as": a name to look for."""
    span: tuple[int, int] | None = None
    for number, word in enumerate(_NAME.finditer(text, start, end)):
        first, last = reading.folded.span(word.start(), word.end())
        raw = reading.text[first:last]
        joins = (
            span is not None and word.start() - span[1] <= 3 and _LINKS.fullmatch(text, span[1], word.start())
        )
        if raw[:1].isupper() and word[0] not in places.GENERIC and word[0] not in _NO_NAME:
            if span is None or joins:
                span = (span[0] if span else word.start(), word.end())
                continue
        if span is not None:
            break
        if number > 6:
            break
    return span


_LINKS: Final = re.compile(r"\s(?:&\s|i\s|e\s|et\s|und\s)?|[\s-]")
_NO_NAME: Final = frozenset(
    "sie ihnen ihr ihre euch platform plattform plateforme piattaforma platforma platformie alexa siri android iphone homekit "
    "apple chrome google maps play home i ok tv".split()
)


def _listed(reading: Reading, text: str) -> Iterator[Finding]:
    """ "our eBay listing, item 2961...", "on Vinted we are ..."."""
    for found in [*_MARKET.finditer(text)][:MAX_CANDIDATES]:
        low, high = _around(text, *found.span())
        if _NOT.search(text, low, high):
            continue
        own = _SELF.search(text, low, high) is not None
        asked = _SEARCH.search(text, low, high)
        listing = _LISTING.search(text, low, high)
        number = _NUMBER.search(text, low, high)
        handle = _HANDLE.search(text, found.end(), high)
        if number and (own or listing or asked):
            yield _listing(reading, found, number.start(), number.end(), 0.92)
            continue
        under = _UNDER.search(text, found.end(), high)
        name = _name_after(reading, text, found.end(), high) or (
            _name_after(reading, text, asked.end(), found.start())
            if asked and asked.end() < found.start()
            else None
        )
        if handle and (own or asked or under):
            yield _listing(reading, found, handle.start(), handle.end(), 0.9)
        elif name and (own or asked) and (under or asked or ":" in text[found.end() : found.end() + 3]):
            yield _listing(reading, found, *name, 0.85)
        elif (
            own and listing and (under or asked) and found[0] not in ("otto", "tutti", "fnac", "marketplace")
        ):
            last = max(found.end(), listing.end())
            yield _listing(reading, found, min(found.start(), listing.start()), last, 0.66)


def _listing(reading: Reading, found: re.Match[str], start: int, end: int, score: float) -> Finding:
    far = max(found.end() - start, end - found.start()) > 45
    first, last = (start, end) if far else (min(start, found.start()), max(end, found.end()))
    return reading.found(Label.URL, "url.listing", first, last, score, evidence=("marketplace",))


_APP: Final = re.compile(r"\b(?:our|my|unsere?|die|nasza?|notre|l'|la nostra|nostra|app|appli|aplikacj\w+)\b")


def _stored(reading: Reading, text: str) -> Iterator[Finding]:
    """ "our app is in the Play Store, it is called ..."."""
    for found in [*_STORE.finditer(text)][:MAX_CANDIDATES]:
        low, high = _around(text, *found.span())
        name = _name_after(reading, text, found.end(), high)
        asked = _SEARCH.search(text, low, high) or _UNDER.search(text, found.end(), high)
        if name and asked and _APP.search(text, low, high) and not _NOT.search(text, low, high):
            yield reading.found(Label.URL, "url.store", found.start(), name[1], 0.72, evidence=("store",))
