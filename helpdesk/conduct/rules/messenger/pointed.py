"""Names that an app's slash, an at sign in words, or "all one word" gives away."""

import re
from typing import Final

from helpdesk.conduct.data.messenger import frames
from helpdesk.conduct.rules import hosts
from helpdesk.conduct.rules.apps import mentions_in
from helpdesk.conduct.rules.messenger.site import (
    MARKS,
    Account,
    Site,
    end_of,
    is_featured,
    is_refused,
    written,
)
from helpdesk.conduct.rules.signs import AT, SLASH

_SLASHED: Final = re.compile(
    rf"(?:\.com)?\s?[/{SLASH}]\s?(?:[a-z]{{1,5}}/)?(?P<name>[a-z0-9][\w.{MARKS}-]{{3,40}})"
)
_LETTER: Final = re.compile(r"(?<![\w/.])(?:[tmuc]|in|user|add|profile?|company)/(?P<name>[a-z][\w.-]{3,32})")
_SPOKEN: Final = re.compile(
    rf"[^.!?;\n]{{0,40}}?{AT}\s?(?P<name>[a-z0-9][\w.{MARKS}-]{{2,32}}(?:\s[a-z][\w{MARKS}]{{2,24}}(?=\s*(?:[.!?,\n]|$)))?)"
)
_ONE_WORD: Final = re.compile(
    r"[\s,(]{1,3}(?:(?:all|alles|tout|wszystko|tutto|written|geschrieben|w|pisane|scritto|ecrit|in)\s){0,2}"
    r"(?:one word|a single word|(?:all|written) together|lower ?case|no spaces?|without (?:a )?spaces?|"
    r"ein wort|einem wort|zusammengeschrieben|alles zusammen|kleingeschrieben|ohne leerzeichen|"
    r"jedno slowo|jednym slowem|pisane razem|wszystko razem|malymi literami|bez spacji|"
    r"attache|un seul mot|en un mot|minuscules?|sans espaces?|"
    r"attaccat\w|una parola(?: sola)?|una sola parola|minuscol\w|senza spazi)(?!\w)"
)
_WORDS: Final = re.compile(r"(?:[a-z0-9][\w'&-]*\s){0,4}[a-z0-9][\w'&-]*$")
_OPENING: Final = re.compile(
    rf"(?:^|[\s:,])(?:{frames.NAMING}|{frames.CALLED}|then|dann|potem|puis|poi|it's|its|is|ist|to|est|e|"
    r"tippt|jestesmy)\s"
)


def pointed(site: Site) -> Account | None:
    """A name behind the app that is written in one of these ways."""
    if is_featured(site) or is_refused(site.text, max(site.low, site.mention.start - 40), site.mention.start):
        return None
    return _slashed(site) or _spoken(site) or _one_word(site)


def _usual(name: str) -> bool:
    return name in hosts.COMMON or name in frames.NO_NAME or bool(mentions_in(name))


def _slashed(site: Site) -> Account | None:
    """ "Pinterest/gewuerzkammerl", "fb slash dazzacarparts", "Telegram: t/opony_hurt"."""
    text, mention = site.text, site.mention
    found = _SLASHED.match(text, mention.end) or _LETTER.search(text, mention.end, site.high)
    if found is None or _usual(end := found["name"].rstrip(".-_")) or not end:
        return None
    start, last = found.start("name"), end_of(text, *found.span("name"))
    raw = written(start, last, site.view, site.reading)
    spelled = any(sign in text[mention.end : last] for sign in MARKS + SLASH)
    shaped = spelled or any(char in "._" or char.isdigit() for char in raw)
    if raw[:1].isupper() and not shaped:
        return None
    return start, last, 0.9 if shaped else 0.7 + 0.08 * (len(raw) > 8), "slashed"


def _spoken(site: Site) -> Account | None:
    """ "arobase disquaire masque"."""
    found = _SPOKEN.match(site.text, site.mention.end, min(len(site.text), site.mention.end + 90))
    if found is None or _usual(found["name"]):
        return None
    return found.start("name"), end_of(site.text, *found.span("name")), 0.85, "at"


def _one_word(site: Site) -> Account | None:
    """ "Tapez marmotte suisse tout attache dans l'appli violette"."""
    text, low = site.text, site.low
    sign = _ONE_WORD.search(text, low, site.high)
    if sign is None:
        return None
    floor = site.mention.end if site.mention.end <= sign.start() else low
    opened = [found.end() for found in _OPENING.finditer(text, floor, sign.start())]
    words = _WORDS.search(text, max(opened[-1:] or [floor]), sign.start())
    if words is None or _usual(words[0]):
        return None
    return words.start(), sign.end(), 0.84, "named"
