"""One listing at a market place: its number said to be one, its code, or its title."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Finding, Label

_MARKET: Final = (
    r"(?:e-?bay\w?|amazon\w?|allegr\w+|vinted\w*|olx|etsy|subito|kleinanzeigen|leboncoin|le bon coin|gumtree)"
)
_NUMBER: Final = (
    r"(?:item|listing|article|artikel|anzeigen?|auktions?|aukcj\w|ofert\w|ogloszeni\w|inserat\w?|annonce|annuncio|"
    r"inserzione|oggetto|objet|objekt|lot)[\s-]?(?:number|numer\w?|nummer|numero|no|nr|n|id|code|codice)?\.?[\s:#]{1,3}"
    r"(?:is |ist |to |est |e )?"
)
_ITEM: Final = re.compile(
    rf"(?<!\w){_MARKET}[\s,:-]{{1,3}}(?:\w+\s){{0,2}}?{_NUMBER}(?P<after>\d{{9,14}})(?!\d)"
    rf"|(?<!\w){_NUMBER}(?P<before>\d{{9,14}})(?!\d)[\s,]{{1,2}}(?:\w+\s){{0,2}}(?:on|at|auf|bei|na|sur|chez|su|da)\s{_MARKET}"
)
_CODE: Final = re.compile(r"(?<!\w)b0(?=[a-z]*\d)[a-z0-9]{8}(?!\w)")
_AMAZON: Final = re.compile(r"(?<!\w)amazon\w{0,2}(?!\w)")
_TITLED: Final = re.compile(
    rf"(?<!\w)(?:same|stess\w|gleiche\w?|selbe\w?|meme|t[aeo]\w? sam\w+|also|anche|auch|aussi|tez|rowniez)\s"
    rf"[^.!?\n]{{0,50}}?(?<!\w){_MARKET}[\s,:-]{{1,3}}(?:(?:under|con|mit|z|avec|unter|pod|sous|sotto|il|the|dem|le)\s){{0,2}}"
    r"(?:titled?|titolo|titel|tytul\w*|titre|headed|heading|intitol\w+|intitule\w*|betitelt)[\s:,\"]{1,3}"
    r"(?P<title>\w[^.!?\n]{6,60})"
)
_REACH: Final = 70


def find(reading: Reading) -> Iterator[Finding]:
    """In the folded text, which names a market place."""
    text = reading.folded.text
    for found in islice(_ITEM.finditer(text), 8):
        yield reading.found(Label.URL, "url.item", *found.span(), 0.88, evidence=("marketplace",))
    if "b0" in text:
        for found in islice(_CODE.finditer(text), 8):
            low, high = max(0, found.start() - _REACH), found.end() + _REACH
            if _AMAZON.search(text, low, high):
                yield reading.found(Label.URL, "url.item", *found.span(), 0.86, evidence=("marketplace",))
    for found in islice(_TITLED.finditer(text), 8):
        yield reading.found(Label.URL, "url.listing", *found.span("title"), 0.8, evidence=("marketplace",))
