"""Where an address or a named place stands in a text, and how far it goes, as people write them in five
languages. Only shapes: whether it is a way around the Platform is for the words around it to say.
"""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.data.listing import listed

_NAME: Final = r"[A-ZÀ-ÞŁŚŻŹĆŃ][\w'’.-]{0,24}"
_WORD: Final = r"[^\W\d_][\w'’.-]{0,24}"
_NUMBER: Final = r"\d{1,4}(?: ?(?:bis|ter)|[a-zA-Z])?\b"
_ENGLISH: Final = (
    r"(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Way|Court|Place|Yard|Terrace|"
    r"Crescent|Gardens|Hill|"
    r"Square|Quay|Parade|Row|Mews|Wharf|Grove|View|Villas|Walk|Park|Green|Rise|Fold|Croft|"
    r"Gate|Mill|Barn|House|"
    r"Farm|Cottage|Estate|Arcade|Alley|Bridge|Wynd|Brae|Heights|Works)\b"
)
_SHAPES: Final = (
    rf"\b{_NUMBER},? (?:{_NAME} ){{1,3}}{_ENGLISH}",
    rf"\b{_NUMBER},? (?:{_WORD} ){{1,2}}(?i:street|road|lane|avenue)\b",
    rf"\b(?:The |Old |New )?(?:{_NAME} ){{1,2}}{_ENGLISH}",
    r"\b(?i:units?|flat|suite|stall|pitch|shed|plot) \d{1,4}[a-zA-Z]?\b",
    (
        r"\b(?i:p\.? ?o\.? box|postfach|casella postale|c\.p\.|bp|skr(?:ytka|"
        r"\.)? ?poczt\w{0,6}\.?) ?(?:nr\.? ?)?\d{1,6}\b"
    ),
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b",
    r"\b\d{2}-\d{3}\b",
    rf"\b\d{{5}} {_NAME}",
    (
        rf"\b(?i:ul\.?|ulica|ulicy|ulicę|al\.|aleja|alei|aleje|os\.|osiedle|osiedlu|pl\.|plac|"
        rf"placu) ?(?:{_WORD} ){{1,3}}{_NUMBER}"
    ),
    rf"\b(?i:rynek|rynku) {_NUMBER}",
    rf"\b(?:na|przy|pod|do) {_NAME}(?:ej|ą|iej|ego|owa|ska|nej) {_NUMBER}",
    rf"\b{_NAME}(?:ska|cka|owa|na|ej|iego|a) {_NUMBER}(?=,| w\b|$|\.)",
    (
        rf"\b[\w-]{{2,25}}(?i:straße|strasse|str\.|weg|platz|gasse|allee|ring|ufer|damm|graben|"
        rf"steig|hof|markt|kai|"
        rf"berg|stieg|pfad|chaussee|wall|mühle|feld|brunnen|garten) {_NUMBER}"
    ),
    (
        rf"\b(?:Am|An der|An dem|Im|Zum|Zur|In der|Auf der|Alte|Alten|Alter|Lange|Langen|"
        rf"Hinter der|Unter den) {_NAME} {_NUMBER}"
    ),
    rf"\b{_NAME} (?:Str\.|Straße|Strasse|Weg|Platz|Gasse|Allee|Ring|Ufer|Damm|Chaussee) ?{_NUMBER}",
    (
        rf"(?:\b{_NUMBER},? )?\b(?i:rue|avenue|boulevard|bd|chemin|allée|impasse|quai|route|montée|"
        rf"cours|cour|ruelle|"
        rf"sentier|hameau|lieu-dit|place|passage|faubourg|lotissement) (?:(?i:de la|de l|du|des|de|"
        rf"d|la|le|les|aux?)[ '’])?{_NAME}"
    ),
    (
        rf"\b{_NUMBER},? (?i:rue|avenue|boulevard|bd|chemin|allee|allée|impasse|quai|route|place|"
        rf"passage) (?:{_WORD} ?){{1,3}}"
    ),
    (
        rf"\b(?i:via(?! (?:stripe|pay|whats|tele|insta|e-?mail|sms|signal|revol|dhl|lydia|wero|twint))|"
        rf"viale|v\.le|piazza|p\.zza|piazzale|corso|c\.so|vicolo|strada|frazione|fraz\.|"
        rf"località|loc\.|largo|"
        rf"salita|contrada|banchina|cortile|lungomare|borgo|"
        rf"traversa) (?:{_WORD} ){{0,3}}(?:{_WORD},? {_NUMBER}|{_NAME})"
    ),
)
_STREETS: Final = frozenset(
    listed(
        "street st road rd lane ln avenue ave close drive way court place yard terrace crescent gardens hill "
        "square quay parade row mews wharf grove view villas walk park green rise fold croft gate mill barn "
        "house farm cottage estate arcade alley bridge wynd brae heights works rue boulevard bd chemin allée "
        "allee impasse quai route montée cours cour ruelle sentier hameau lieu passage faubourg lotissement "
        "via viale v piazza p piazzale corso c vicolo strada frazione fraz località loc largo salita "
        "contrada banchina cortile lungomare borgo traversa"
    )
)
"""Words of which the shapes without a digit have one."""
_DIGIT: Final = re.compile(r"\d")
_TOKEN: Final = re.compile(r"\w+")
_ANCHOR: Final = re.compile("|".join(_SHAPES))
_PLACE: Final = re.compile(
    rf"\b(?i:at|in|to|near|behind|opposite|w|we|na|przy|pod|do|obok|nach|"
    rf"à|au|chez|dans|a|ad|al|alla|da|presso|dietro) (?P<place>(?:(?i:the|the old|the yellow|"
    rf"la|le|les|il|lo|der|den|die|das) )?"
    rf"{_NAME}(?:(?:,? (?:of |de |du |des |di |del |della |am |an der |on |von )?){_NAME}|"
    rf",? {_NUMBER}){{0,5}})"
)
_LEFT: Final = re.compile(
    rf"(?:{_NAME}|{_NUMBER}|,|\b(?:of|de|du|des|la|le|di|del|della|am|an|der|the|and|&|i|und|et|e)\b)"
)
_RIGHT: Final = re.compile(
    rf"(?>(?:,? (?:(?:in|near|w|bei|à|a|of|de|du|des|di|del|della|sur|sous|am|an der|on|over|nad|"
    rf"pod) (?:la |les? |der |the )?)?"
    rf"(?:{_NAME}|\d{{2}}-\d{{3}}|\d{{4,5}}|\d[A-Z]{{2}}|{_NUMBER})(?= |,|[.!?;:)]|$)){{1,6}})"
)
_BEFORE: Final = re.compile(rf"(?:{_NAME},? |{_NUMBER},? ){{1,5}}$")
_AROUND: Final = 120  # characters left of an anchor that may belong to it


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Half-open spans of addresses, from the name of a house or street to the town."""
    if not _DIGIT.search(text) and _STREETS.isdisjoint(_TOKEN.findall(_small(text))):
        return
    at = 0
    for found in _ANCHOR.finditer(text):
        if found.start() >= at:
            start, end = _left(text, found.start()), _right(text, found.end())
            at = max(end, found.end())
            yield start, at


def _small(text: str) -> str:
    """As patterns read letters that ignore whether they are small."""
    return text.lower().replace("\u0131", "i").replace("i\u0307", "i").replace("\u017f", "s")


def named(text: str) -> Iterator[tuple[int, int]]:
    """Names after a word of place: weaker than an address."""
    for found in _PLACE.finditer(text):
        yield found.span("place")


def _right(text: str, end: int) -> int:
    more = _RIGHT.match(text, end)
    return more.end() if more else end


def _left(text: str, start: int) -> int:
    """Over names and numbers right before; not over the first word of a sentence alone."""
    floor = max(0, start - _AROUND)
    before = _BEFORE.search(text, floor, start)
    if before is None:
        return start
    if before.start() == 0 or text[before.start() - 2 : before.start() - 1] in ".!?\n":
        rest = text.find(" ", before.start()) + 1
        return rest if 0 < rest < start else start
    return before.start()
