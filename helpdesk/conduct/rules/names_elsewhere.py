"""A sentence that sends one elsewhere, and the name to look for there."""

import re
from typing import Final

from helpdesk.conduct.data.hosts import places
from helpdesk.conduct.data.listing import listed
from helpdesk.conduct.rules.reading import Reading

SEARCH: Final = re.compile(rf"(?<!\w)(?:{places.SEARCH})(?!\w)")
SELF: Final = re.compile(rf"(?<!\w)(?:{places.SELF})(?!\w)")
NOT: Final = re.compile(rf"(?<!\w)(?:{places.NOT})(?!\w)|n't(?!\w)")
RESULT: Final = re.compile(
    r"(?:first|top|1st) (?:hit|result|one)|premier (?:resultat|lien)|primo risultato|pierwszy (?:wynik|"
    r"link)|erster? (?:treffer|ergebnis|link)"
)
OWN_NAME: Final = re.compile(
    r"(?<!\w)(?:(?:our|my|the|unser\w*|mein\w*|den|nasz\w*|notre|mon|le|nostro|il nostro|il|the)\s(?:shop |"
    r"store |laden|shop|business )?(?:name\w*|nom|nome|nazw\w+)|nazw\w+ (?:sklepu|firmy)|"
    r"nom de la boutique|nome del negozio|shopnamen?)(?!\w)"
)
VERBS: Final = frozenset(
    listed(
        "and for to is says it i you that was said review reviews und oder ist i oraz czy et ou est e o "
        "che mnie mi me"
    )
)
SURE_OWN: Final = re.compile(
    r"(?<!\w)(?:our|we|we're|we've|unser\w*|wir|nasz\w*|mamy|jestesmy|notre|nos|nous|nostr\w|siamo|"
    r"abbiamo)(?!\w)"
)
_BREAK: Final = re.compile(r"(?<! n)(?<!nr)(?<!no)(?<!num)[.!?\n;](?:\s|$)|\n")
_NAME: Final = re.compile(r"[^\W\d_][\w.&'-]*")
_REACH: Final = 70
_LINKS: Final = re.compile(r"\s(?:&\s|i\s|e\s|et\s|und\s)?|[\s-]")
_NO_NAME: Final = frozenset(
    listed(
        "im am beim zum unter in on my the this der die das ein eine mein meine w na le la il sie ihnen "
        "ihr ihre euch platform plattform plateforme piattaforma platforma platformie alexa siri android "
        "iphone homekit "
        "apple chrome google maps play home i ok tv"
    )
)


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around `start:end`, no further than _REACH on either side."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    for found in _BREAK.finditer(text, low, start):
        low = found.end()
    found_end = _BREAK.search(text, end, high)
    return low, found_end.start() if found_end else high


def name_after(reading: Reading, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Words with capital letters, in quotes, or after "as": a name to look for."""
    span: tuple[int, int] | None = None
    for number, word in enumerate(_NAME.finditer(text, start, end)):
        first, last = reading.folded.span(word.start(), word.end())
        raw = reading.text[first:last]
        joins = (
            span is not None and word.start() - span[1] <= 3 and _LINKS.fullmatch(text, span[1], word.start())
        )
        known = word[0] in places.GENERIC or word[0] in _NO_NAME
        if raw[:1].isupper() and not known and (span is None or joins):
            span = (span[0] if span else word.start(), word.end())
            continue
        if span is not None:
            break
        if number > 6:
            break
    return span
