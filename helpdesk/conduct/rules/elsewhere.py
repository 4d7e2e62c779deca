"""Elsewhere: being sent to a place without an address: "google us", a listing elsewhere, an app."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.data.hosts import places
from helpdesk.conduct.data.messenger.frames import NO_NAME
from helpdesk.conduct.rules import listings, sites_said
from helpdesk.conduct.rules.cues import Cues
from helpdesk.conduct.rules.hosts import COMMON
from helpdesk.conduct.rules.names_elsewhere import (
    _NAME,
    NOT,
    OWN_NAME,
    RESULT,
    SEARCH,
    SELF,
    SURE_OWN,
    VERBS,
    around,
    name_after,
)
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label

_CUES: Final = Cues(
    {"engine": places.ENGINES, "market": places.MARKETS, "store": places.STORES, "said": sites_said.CUES}
)
_ENGINE: Final = re.compile(
    r"(?<!\w)(?:wy|po|za|er)?(?:google|googl|gugl|guugl|gogl|goggl|googel)(?P<verb>n|ns|nt|ez|lowac|ac|am|"
    r"amy|aj|ajcie|ing|late|lare|lando|li|er|are|uj\w*|ujcie|owac|nij\w*|nac|ate|i|a)?(?!\w)"
    r"|(?<!\w)(?:duckduckgo|ecosia|qwant|bing|suchmaschine\w*|search engine|wyszukiwar\w*|"
    r"moteur de recherche|motore di ricerca|startpage)(?!\w)"
)
_MARKET: Final = re.compile(
    r"(?<!\w)(?:"
    + "|".join(sorted(places.MARKETS, key=len, reverse=True))
    + r")(?:\.(?:co\.uk|com|de|pl|fr|it))?(?!\w)"
)
_STORE: Final = re.compile(r"(?<!\w)(?:" + "|".join(places.STORES) + r")(?!\w)")
_LISTING: Final = re.compile(rf"(?<!\w)(?:{places.LISTING})(?!\w)")
_UNDER: Final = re.compile(rf"(?<!\w)(?:{places.UNDER})(?!\w)")
_NUMBER: Final = re.compile(r"(?<!\d)\d{7,14}(?!\d)")
_HANDLE: Final = re.compile(
    r"(?<![\w.])@?[a-z0-9]+[_.][a-z0-9_.]*[a-z0-9](?!\w)|(?<!\w)[a-z]{3,}\d{1,4}(?!\w)"
)
_NAMED_US: Final = re.compile(r",\s[a-z][\w&'-]*(?:\s[a-z][\w&'-]*){1,3}(?=\s*(?:[.,!?]|$))")
_SEEN: Final = re.compile(
    r"(?<!\w)(?:saw|seen|found|searched|looked|gesehen|gefunden|gesucht|gegoogelt|geguckt|widzial\w*|"
    r"szukal\w*|znalazl\w*|googlowal\w*|vu|cherche|trouve|visto|cercato|trovato|maps|home|play|pay)(?!\w)"
)
_BEFORE_ENGINE: Final = re.compile(r"\s(?:in|on|into|auf|bei|sur|dans|su|w|na|im|per|mal|einfach)\s$|\s$")
_WORDS: Final = re.compile(
    r"[\s:\"'-]{1,3}((?:sie |mal |po prostu |einfach )*)([a-z][\w&'-]*(?: [a-z][\w&'-]*){1,3})"
)
_OWN_SEARCH: Final = re.compile(
    r"(?:\bi|\bi've|\bive|\bwe|ich|hab|habe|ho|j'ai|jai|\bon a|can|could|kann|kann ich|puis-je|posso|moge|"
    r"czy|where|wo|gdzie|ou|dove|if)\s(?:\w+\s){0,2}$"
)
_TOLD: Final = re.compile(
    r"(?:^|[.,;:!?\n-]\s?|\bjust|\bsimply|\bplease|\bpls|\bor|\band|\bcan|\bcould|\bto|\bpo prostu|"
    r"\bprosze|\bwystarczy|\bmozna|\beinfach|\bbitte|\bmal|\bil suffit de|vous pouvez|basta|puo|potete)\s?$"
)
_WORDS_TOO: Final = frozenset(
    {"sprzedajemy", "otto", "tutti", "fnac", "marketplace", "amazon", "reverb", "rebuy"}
)
_CLAUSES: Final = (", and ", ", und ", ", ale ", ", et ", ", e ", ", a ", ", but ", ", i ", ", aber ", "; ")
_FEES: Final = re.compile(rf"(?<!\w)(?:{places.FEES})(?!\w)")
_SHOP: Final = re.compile(
    r"[\s,:]{1,3}(?:shop|store|seller|user|boutique|sklep|konto|laden|verkaufer|vendeur|negozio|venditore|profil\w*)\s"
)
_NICK: Final = re.compile(
    r"(?:\s(?:chat|user|seller|name|nick|sklep|shop|laden|boutique|negozio|uzytkownik\w*|verkaufer\w*|"
    r"mitglied|vendeur|venditore|konto|profil\w*|account|is|ist|to|est|e|we|are|wir|sind|jestesmy|on|siamo|"
    r"sono|bin|under|as|unter|als|jako|sous|come|sotto)){1,4}\s(?P<name>[a-z][a-z0-9_-]{4,30})(?!\w)"
    r"|\s?[:,]\s?(?P<plain>[a-z][a-z0-9_-]{5,30})\s*(?:[.,!]|$)"
)
_SELLER: Final = re.compile(
    r"(?<!\w)(?:seller|user|verkaufer|sprzedawca|uzytkownik|vendeur|venditore|"
    r"utente)\s[a-z][a-z0-9_-]{4,30}(?=\s(?:on|auf|bei|na|sur|su)\s$)"
)
_APP: Final = re.compile(r"\b(?:our|my|unsere?|die|nasza?|notre|l'|la nostra|nostra|app|appli|aplikacj\w+)\b")


def find(reading: Reading) -> Iterator[Finding]:
    """What sends the reader somewhere else."""
    text = reading.folded.text
    cues = _CUES.seen(text)
    if "engine" in cues:
        yield from _searched(reading, text)
    if "market" in cues:
        yield from _listed(reading, text)
        yield from listings.find(reading)
    if "said" in cues:
        yield from sites_said.find(reading.folded, reading)
    if "store" in cues:
        yield from _stored(reading, text)


def _searched(reading: Reading, text: str) -> Iterator[Finding]:
    """ "google us", "look for Fern Candles on Google"."""
    for found in [*_ENGINE.finditer(text)][:MAX_CANDIDATES]:
        low, high = around(text, *found.span())
        span = _google(reading, text, found, low, high)
        near = max(low, *(text.rfind(stop, low, found.start()) for stop in _CLAUSES))
        if span and not NOT.search(text, near, found.start()):
            start, end, score = span
            yield reading.found(Label.URL, "url.searched", start, end, score, evidence=("search",))


def _google(
    reading: Reading, text: str, found: re.Match[str], low: int, high: int
) -> tuple[int, int, float] | None:
    after = re.compile(
        r"\s(?:us|me|uns|nous|nas|noi|ci|our|unser\w*|notre|nasz\w*|nostro|it\b|mal|einfach|sie|for|nach|"
        r"po|pour)\b"
    ).match(text, found.end())
    if RESULT.search(text, low, high) and (
        hit := name_after(reading, text, low, high) or _words(text, found.end(), high)
    ):
        return min(found.start(), hit[0]), max(found.end(), hit[1]), 0.75
    named = _name_before(reading, text, low, found.start())
    if named and not _SEEN.search(text, low, high):
        return named[0], found.end(), 0.76
    if (own := OWN_NAME.search(text, low, high)) and not _is_own_search_at(text, found.start(), low):
        return min(found.start(), own.start()), max(found.end(), own.end()), 0.8
    ordered = found.groupdict().get("verb") is not None or _is_told(text, found, low)
    name = name_after(reading, text, found.end(), high)
    if ordered and name:
        return found.start(), name[1], 0.86
    if ordered and not name and (words := _words(text, found.end(), high)):
        return found.start(), words[1], 0.72
    if after and after[0].strip() in ("us", "me", "uns", "nous", "nas", "noi"):
        more = _NAMED_US.match(text, after.end(), high)
        return found.start(), more.end() if more else after.end(), 0.88
    return _asked(reading, text, found, name, low, high)


def _asked(
    reading: Reading, text: str, found: re.Match[str], name: tuple[int, int] | None, low: int, high: int
) -> tuple[int, int, float] | None:
    """Someone is asked to search, before or behind the engine's name."""
    asked = SEARCH.search(text, low, found.start())
    if asked is None:
        asked = SEARCH.search(text, found.end(), min(high, found.end() + 25))
    if asked is None or (asked.start() < found.start() and _is_own_search(text, asked, low)):
        return None
    name = name or name_after(reading, text, asked.end(), max(found.start(), asked.end()))
    if name:
        return min(asked.start(), found.start(), name[0]), max(found.end(), name[1]), 0.86
    if OWN_NAME.search(text, low, high):
        return min(asked.start(), found.start()), max(asked.end(), found.end()), 0.8
    if SELF.search(text, asked.start(), high) and not _is_generic(text, asked.end()):
        return min(asked.start(), found.start()), max(asked.end(), found.end()), 0.7
    return None


def _is_own_search_at(text: str, at: int, low: int) -> bool:
    return bool(re.search(r"\b(?:i|i've|ich|hab\w*|j'ai|ho|can i|could i)\b", text[low:at]))


def _name_before(reading: Reading, text: str, low: int, start: int) -> tuple[int, int] | None:
    """Two words or more with capital letters right before "on Google" or "googeln"."""
    edge = _BEFORE_ENGINE.search(text, low, start)
    if edge is None:
        return None
    at, last = low, None
    while one := name_after(reading, text, at, edge.start() + 1):
        last, at = one, one[1]
    return last if last and edge.start() - last[1] <= 1 and " " in text[last[0] : last[1]] else None


def _words(text: str, start: int, high: int) -> tuple[int, int] | None:
    """Two small words or more that are no thing one searches for."""
    found = _WORDS.match(text, start, high)
    if found is None or any(word in places.GENERIC or word in VERBS for word in found[2].split()[:2]):
        return None
    return found.span(2)


def _is_own_search(text: str, asked: re.Match[str], low: int) -> bool:
    """What the author has searched or may search: no order to the reader."""
    return bool(_OWN_SEARCH.search(text, low, asked.start())) or asked[0].endswith(("lem", "lam", "liśmy"))


def _is_told(text: str, found: re.Match[str], low: int) -> bool:
    """At the beginning of a clause or after "just": an order."""
    before = text[low : found.start()]
    if re.search(r"\b(?:can|could) i\s$|\bi\s(?:can|could)?\s?$", before):
        return False
    return not before.strip() or _TOLD.search(before) is not None


def _is_generic(text: str, start: int) -> bool:
    words = [found[0] for found in _NAME.finditer(text, start, min(len(text), start + 40))][:3]
    return any(word in places.GENERIC for word in words)


def _listed(reading: Reading, text: str) -> Iterator[Finding]:
    """ "our eBay listing, item 2961...", "on Vinted we are ..."."""
    for found in [*_MARKET.finditer(text)][:MAX_CANDIDATES]:
        low, high = around(text, *found.span())
        if _denied(text, found, low, high):
            continue
        own = SELF.search(text, low, high) is not None
        asked = SEARCH.search(text, low, high)
        listing = _LISTING.search(text, low, high)
        number = _NUMBER.search(text, low, high)
        handle = _HANDLE.search(text, found.end(), high)
        under = _UNDER.search(text, found.end(), high)
        if number and found[0] not in _WORDS_TOO and (own or listing or asked or under or handle is None):
            yield _listing(reading, found, number.start(), number.end(), 0.92)
            continue
        name = name_after(reading, text, found.end(), high) or (
            name_after(reading, text, asked.end(), found.start())
            if asked and asked.end() < found.start()
            else None
        )
        if handle and (own or asked or under):
            yield _listing(reading, found, handle.start(), handle.end(), 0.9)
        elif name and (own or asked) and (under or asked or ":" in text[found.end() : found.end() + 3]):
            yield _listing(reading, found, *name, 0.85)
        elif name and (shop := _SHOP.match(text, found.end(), high)) and shop.end() == name[0]:
            yield _listing(reading, found, *name, 0.8)
        elif name and own and name[0] - found.end() <= 3 and (SURE_OWN.search(text, low, high) or under):
            yield _listing(reading, found, *name, 0.82)
        elif name and name[0] - found.end() <= 3 and ":" in text[found.end() : name[0]]:
            yield _listing(reading, found, *name, 0.75)
        else:
            yield from _unnumbered(reading, text, found, listing, low, high, own=own)


def _denied(text: str, market: re.Match[str], low: int, high: int) -> bool:
    """No listing of the author's, or another's; that it costs less there denies nothing behind its name."""
    if NOT.search(text, low, market.start()):
        return True
    if (
        SELF.search(text, low, high)
        or _UNDER.search(text, market.end(), high)
        or _SHOP.match(text, market.end())
    ):
        behind = _FEES.sub(lambda one: " " * len(one[0]), text[market.end() : high])
        return NOT.search(behind) is not None
    return NOT.search(text, market.end(), high) is not None


def _unnumbered(
    reading: Reading,
    text: str,
    found: re.Match[str],
    listing: re.Match[str] | None,
    low: int,
    high: int,
    *,
    own: bool,
) -> Iterator[Finding]:
    """A nickname behind the market, its seller, or only that the listing is one's own."""
    if word := _nick_after(text, found.end(), high, own=own):
        yield _listing(reading, found, *word, 0.8)
    elif seller := _SELLER.search(text, low, found.start()):
        yield _listing(reading, found, *seller.span(), 0.8)
    elif listing and SURE_OWN.search(text, low, high) and found[0] not in _WORDS_TOO:
        first, last = min(found.start(), listing.start()), max(found.end(), listing.end())
        yield _listing(reading, found, first, last, 0.7)


def _nick_after(text: str, start: int, high: int, *, own: bool) -> tuple[int, int] | None:
    """A small word behind "user", "we are", or a colon: the seller's name there."""
    found = _NICK.match(text, start, high)
    if found is None:
        return None
    group = "name" if found["name"] else "plain"
    word = found[group]
    if (
        word in places.GENERIC
        or word in COMMON
        or word in NO_NAME
        or (group == "plain" and not (own or any(c.isdigit() for c in word)))
    ):
        return None
    return found.span(group)


def _listing(reading: Reading, found: re.Match[str], start: int, end: int, score: float) -> Finding:
    far = max(found.end() - start, end - found.start()) > 45
    first, last = (start, end) if far else (min(start, found.start()), max(end, found.end()))
    return reading.found(Label.URL, "url.listing", first, last, score, evidence=("marketplace",))


def _stored(reading: Reading, text: str) -> Iterator[Finding]:
    """ "our app is in the Play Store, it is called ..."."""
    for found in [*_STORE.finditer(text)][:MAX_CANDIDATES]:
        low, high = around(text, *found.span())
        name = name_after(reading, text, found.end(), high)
        asked = SEARCH.search(text, low, high) or _UNDER.search(text, found.end(), high)
        if name and asked and _APP.search(text, low, high) and not NOT.search(text, low, high):
            yield reading.found(Label.URL, "url.store", found.start(), name[1], 0.72, evidence=("store",))
