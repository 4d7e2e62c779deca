"""Mailboxes that are told: a name and its provider's nickname, a box and where it lives, a sign in prose."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.data.hosts import providers, signs
from helpdesk.conduct.rules.hosts import COMMON
from helpdesk.conduct.rules.mailboxes import FILLER
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label

_REACH: Final = 70
_NICKED: Final = re.compile(
    r"(?<![\w@.])(?=[\w.+-]{0,30}[\d._])(?P<name>[a-z][\w.+-]{4,30})[\s,]{1,2}(?:over\s|druben\s)?"
    r"(?:(?:at|on|na|u|bei|beim|von|chez|sur|su|da|dal|presso|sulla|w|en)\s"
    r"|(?:poczta|mail|skrzynka|boite|casella|postfach|box)\s)"
    r"(?:(?:the|der|die|das|dem|den|la|le|il|l'|wujk\w+|cioc\w+|posta|boite|mail|poczcie|skrzynce|good|old|"
    r"anbieter|"
    r"gelben|roten|blauen|di|de|del)\s?){0,3}"
    rf"(?P<where>{providers.NICKS})(?!\w)(?P<tail>,?\s(?:uk|net|com|punkt|kropka|point|punto)(?:\s(?:de|pl|com|"
    rf"it|fr|net|version))?)?"
    r"(?![\w@.]\w)(?=\s?(?:[,.!;)(\n]|$|mail|post|und|and|et|e|i)(?!\w{3}))"
)
_MODEL: Final = re.compile(r"[a-z]{1,3}[._-]?\d{1,6}[a-z]?")
_NAMES: Final = "|".join(
    sorted({*providers.NAMES, *providers.ALONE, "wp", "o2", "libero", "gmx", "web"}, key=len, reverse=True)
)
_LIVES: Final = re.compile(
    r"(?<![\w.@])(?:\w{0,12}mail\w*|box|inbox|mailbox|postfach|skrzynk\w*|boite|casella|posta|login)\s"
    r"(?:is called|called|is named|named|heisst|nazywa sie|s'appelle|"
    r"si chiama)\s[\"']?(?P<name>[a-z0-9][\w.+-]{4,40})"
    r"(?=[^\n]{1,50}?(?<!\w)(?:lives?|sits|hosted|wohnt|liegt|mieszka|siedzi|habite|loge|est chez|abita|"
    r"sta|vive|is with|is at|"
    r"at|bei|na|chez|su)\s)"
    rf"[^\n]{{1,60}}?(?<![\w@])(?P<where>(?:{_NAMES})(?:[\s,.]{{1,3}}(?:en\s|con\s|mit\s|z\s|punkt\s|dot\s|"
    rf"point\s|punto\s)?"
    r"(?:com|de|pl|fr|it|net|co\suk))?)(?!\w)"
)
_AT: Final = re.compile(
    r"(?<![a-z])(?:"
    + "|".join(
        sorted(
            (one for one in (*signs.AT_SURE, *signs.AT_SURE_PHRASES) if one[0].isalpha()),
            key=len,
            reverse=True,
        )
    )
    + r")(?![a-z])"
)
_OWNER: Final = re.compile(
    r"(?<!\w)(?:brand|(?:user|shop|marken|benutzer|nutzer|laden|firmen)?name\w*|marke|nick\w*|nom|nome|"
    r"marque|marca|nazw\w*|marka|"
    r"pseudo|login|domain\w*|firma|ditta)(?!\w)"
)
_SUFFIX: Final = re.compile(
    r"(?<!\w)(?:dot|punkt|kropka|point|punto)\s(?:co\s(?:dot\s)?uk|com|de|pl|fr|it|net|eu|org)(?!\w)"
    rf"|(?<![\w.])(?:{_NAMES})(?:\s(?:z|con|mit|avec|with)\s\w+(?:\s\w+)?)?(?!\w)"
)
_PLACE: Final = re.compile(
    r"(?<!\w)(?:before|after|in front|behind|then|davor|dahinter|dann|danach|vorne|hinten|przed|potem|"
    r"dalej|devant|"
    r"derriere|avant|apres|puis|ensuite|prima|dopo|poi|davanti|dietro|fondo|koncu|end)(?!\w)"
)
_ROLE: Final = re.compile(
    r"(?<!\w)(?:put\s)?(?:info|hello|contact|kontakt|kontakt|biuro|sales|mail|post|shop|service)\s"
    r"(?:and|und|et|e|i)\s(?:\w{1,3}\s)?$"
)
_TAIL: Final = re.compile(
    r"(?:\s(?:after|before|behind|derriere|devant|dahinter|davor|dopo|dietro|na koncu|in fondo|hinten|"
    r"am ende)(?:\s(?:it|that))?)?"
)


def find(view: View, reading: Reading) -> Iterator[Finding]:
    """In the folded view or one like it."""
    text = view.text
    for found in _NICKED.finditer(text):
        if not _MODEL.fullmatch(found["name"]) and found["name"][-1] not in ".-":
            yield _told(reading, view, "email.nicked", found.start(), found.end(), 0.85)
    for found in _LIVES.finditer(text):
        if not _usual(found["name"]):
            yield _told(reading, view, "email.lives", *found.span("name"), 0.84)
            yield _told(reading, view, "email.lives", *found.span("where"), 0.84)
    yield from _prose(view, reading)


def _usual(name: str) -> bool:
    return name in COMMON or name in FILLER or name in providers.NAMES


def _prose(view: View, reading: Reading) -> Iterator[Finding]:
    """ "Our brand, info and the monkey tail before it, dot uk after it"."""
    text = view.text
    for found in [*_AT.finditer(text)][:MAX_CANDIDATES]:
        low, high = max(0, found.start() - _REACH), min(len(text), found.end() + _REACH)
        suffix = _SUFFIX.search(text, found.end(), high)
        if suffix is None or not _OWNER.search(text, low, high):
            continue
        tail = _TAIL.match(text, suffix.end())
        last = tail.end() if tail else suffix.end()
        if not _PLACE.search(text, low, last):
            continue
        role = _ROLE.search(text, low, found.start())
        yield _told(reading, view, "email.prose", role.start() if role else found.start(), last, 0.84)
        return


def _told(reading: Reading, view: View, rule: str, start: int, end: int, score: float) -> Finding:
    return reading.found(
        Label.EMAIL, rule, start, end, score, view=view, evidence=("shape",), as_read=view.text[start:end]
    )
