"""Sites dictated: "www dot and here it ends it", "v v v, then brass, then com", a comma that is a dot."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from helpdesk.conduct.data.listing import listed
from helpdesk.conduct.rules import hosts
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label

CUES: Final = (
    *listed("""
    www w-w-w dabliu vuvu podwojn dreimal comma virgol virgul komma przecin asterisk asterysk gwiazd
    sternchen etoile attaccat zusammen razem attache
    """),
    "w w w", "w. w. w", "w, w, w", "vu vu", "vu, vu", "wu wu", "wu, wu", "weh weh", "weh, weh", "we we",
    "doppia v", "double v", "double u", "triple w", "three w", "three times w", "tre w", "tre v", "drei w",
    "drei mal w", "trois w", "trois fois w", "trzy w", "trzy razy w", "one word", "no space", "semicolon",
    "semikolon", "srednik",
)  # fmt: skip
"""One of these stands in every text of theirs."""
_DOT: Final = r"(?:dot|full stop|punkt|kropk[aei]|point|punto|puntin[oi]|puntik)"
_ONE_W: Final = r"(?:vu|wu|weh|we|doppia\svu?|dabliu|double\s?[vu]|podwojne\sw)"
_WWW: Final = re.compile(
    rf"(?<![\w.@])(?:w[\s.,-]{{0,2}}w[\s.,-]{{0,2}}w|{_ONE_W}[\s,-]{{1,2}}{_ONE_W}[\s,-]{{1,2}}{_ONE_W}|"
    r"(?:three|triple|three times|3\s?x?|drei(?:\s?mal)?|trois(?:\sfois)?|tre(?:\svolte)?|trzy(?:\srazy)?)\s"
    r"(?:w|vu|wu|weh)s?)(?!\w)"
)
_WRITTEN: Final = re.compile(r"\.[a-z0-9]")
"""A host as it is written is for other rules."""
_ENDS: Final = (
    r"(?:c\s?o\s?m|co\s?uk|com|net|org|info|shop|store|online|eu|p\s?l|d\s?e|f\s?r|i\s?t|at|"
    r"ch|be|uk)(?![\w'])"
)
_LEAD: Final = re.compile(
    rf"(?:[,.;:)]\s?|(?<!\w){_DOT}[\s,]{{1,2}}|(?<!\w)(?:then|dann|potem|puis|poi|ensuite|quindi|and|und|i|et|"
    rf"e|ends?|ending|ende\w*|koncz\w*|finit|finisce|finally|fine|koniec)[\s,]{{1,2}})(?P<end>{_ENDS})"
    r"(?=\s*(?:[.,;:!?)/\n]|$))"
)
_WORD: Final = re.compile(r"(?<![\w'])[a-z0-9][a-z0-9-]{3,50}(?![\w'])")
_FILL: Final = frozenset(
    listed("""
    then and here there comes come goes again after that followed next finally ends end ending breathe pause
    dann und hier danach folgt kommt wieder ende punkt noch nochmal potem dalej tutaj konczy koniec oddech
    nastepnie puis ensuite apres encore respire respirez ici finit fini suivi poi dopo ancora respira respiri
    finisce fine qui quindi segue point punto kropka full stop tiret minus trattino dash letter letters lettre
    lettera link site sito strona seite address adresse indirizzo adres works work does page please shop
    """)
)
_SIGNED: Final = (
    r"(?:comma|virgol[ae]|virgule|komma|przecin\w+|asterisk|asterisco|asterisque|gwiazdk\w+|sternchen|etoile|"
    r"star|semicolon|semikolon|srednik\w*|punto e virgola|point virgule)"
)
_EXPLAINED: Final = re.compile(
    rf"(?<!\w){_SIGNED}(?!\w)[^.!?\n]{{1,40}}?(?<!\w){_DOT}(?!\w)"
    rf"|(?<!\w){_DOT}(?!\w)[^.!?\n]{{1,40}}?(?<!\w){_SIGNED}(?!\w)"
)
_MARKED: Final = re.compile(
    r"(?<![\w.@-])(?P<label>[a-z][a-z0-9-]{3,50})\s?[,;*~]\s?(?:com|co[,.*;]uk|net|org|shop|eu|pl|de|fr|it|at|"
    r"ch|be)(?![\w'])(?:/[\w/-]{1,60})?"
)
_SITE: Final = re.compile(
    r"(?<!\w)(?:web\s?site|site|page|web|link|sito|indirizzo|pagina|seite|homepage|adresse|internet|strona|"
    r"stronie|adres|boutique|shop|address)(?!\w)"
)
_WHOLE: Final = re.compile(
    r"(?<![\w.@])[a-z0-9-]{2,30}\s?[(,]{0,2}\s?(?:all one word|one word|no spaces?|tutto attaccato|"
    r"alles zusammen|zusammengeschrieben|wszystko razem|razem|tout attache)\)?[\s,]{1,2}"
    r"(?:[a-z0-9-]{2,30}[\s,]{1,2})?\(?(?:(?:and then|then|dann|potem|puis|poi|e poi)\s)?"
    rf"(?:(?:an?|il|un|le|ein|der)\s)?{_DOT}\)?[\s,]{{1,2}}(?P<end>{_ENDS})"
)
_REACH: Final = 110


def find(view: View, reading: Reading) -> Iterator[Finding]:
    """In a view that has one of the cues."""
    text = view.text
    for www in islice(_WWW.finditer(text), 4):
        if _WRITTEN.match(text, www.end()):
            continue
        if (end := _end(text, www.end(), reading.said.language)) is not None:
            yield _told(reading, view, www.start(), end, 0.9)
    if _EXPLAINED.search(text):
        for found in islice(_MARKED.finditer(text), MAX_CANDIDATES):
            if found["label"] not in hosts.COMMON:
                yield _told(reading, view, *found.span(), 0.88)
    for found in islice(_WHOLE.finditer(text), 4):
        if _SITE.search(text, max(0, found.start() - 40), found.start() + 8):
            yield _told(reading, view, *found.span(), 0.82)


def _end(text: str, start: int, language: str) -> int | None:
    """Where the ending that belongs to "www" ends: behind a name that no list knows."""
    for lead in islice(_LEAD.finditer(text, start, min(len(text), start + _REACH)), 8):
        names = [
            one[0]
            for one in _WORD.finditer(text, start, lead.start("end"))
            if one[0] not in _FILL and one[0] not in hosts.COMMON
        ]
        suffix = re.sub(r"\s", "", lead["end"])
        known = suffix == language or hosts.is_plain(suffix, language)
        if 0 < len(names) < 4 and (known or len(max(names, key=len)) > 7):
            return lead.end("end")
    return None


def _told(reading: Reading, view: View, start: int, end: int, score: float) -> Finding:
    return reading.found(
        Label.URL,
        "url.dictated",
        start,
        end,
        score,
        view=view,
        evidence=("dictated",),
        as_read=view.text[start:end],
    )
