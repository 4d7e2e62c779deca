"""E-mail addresses without a sign: a name and its provider, glued together or side by side."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.data.hosts import providers
from helpdesk.conduct.data.listing import listed
from helpdesk.conduct.rules import hosts
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.signs import DASH, DOT, DOT_WORD, PLAIN, UNDER
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import Finding, Label

MAIL: Final = re.compile(
    r"e-?mail|\bmail|maila|mejl|courriel|posta|skrzynk|inbox|postfach|adres|address|write|schreib|pisz|"
    r"napisz|ecri|scriv|"
    r"reach|ping|contact|kontakt|erreich"
)
NO_LOCAL: Final = frozenset(
    listed("""
    look us me it is are was be available shop find found buy visit see out order online only also sold
    website
    site page here go store based more now lower cheaper you he she we they them i us mine yours ours
    stuff lot
    range catalogue price prices stock pictures photos pics picture details same one ones arrived looking
    item items product it's that's lot's shop's we're i'm
    """)
)
FILLER: Final = frozenset(
    listed(
        "na do to moj mail e-mail email is my an auf unter bei sur chez a au est il la mio su the his half "
        "second "
        "ist meine mon ma mia e et at und and i then dann puis poi teraz potem "
        "la le"
    )
)
_PROVIDERS: Final = "|".join(sorted((re.escape(one) for one in providers.ALONE), key=len, reverse=True))
_SUFFIXES: Final = r"com|de|net|pl|fr|it|eu|at|ch|couk|fm"
_GLUED: Final = re.compile(
    rf"(?<![\w@.-])(?=[^\W_])(?P<name>[\w.-]{{2,40}}?)(?P<at>malpa|malpka|arobase|arobaz|chiocciola|"
    rf"klammeraffe|affe|at|et)"
    rf"(?P<host>[a-z0-9-]{{2,30}}?)(?P<dot>dot|kropka|punkt|point|punto|\.)(?P<suffix>{_SUFFIXES})(?![\w@])"
)
_PROVIDED: Final = re.compile(
    rf"(?<![\w@.-])(?P<name>[\w.-]{{2,40}}?)[.]?(?P<host>{_PROVIDERS}|gmx|web|"
    rf"freenet)[.]?(?P<suffix>{_SUFFIXES})(?![\w@])"
)
_APART: Final = re.compile(
    rf"(?<![\w@.])(?P<host>{_PROVIDERS})[\s.,]{{1,2}}(?P<suffix>com|de|net|fr|it|pl|co\suk|co\.uk)(?![\w@]|"
    rf"[.-]\w)(?<!laposte[.\s]fr)"
)
_NAME: Final = re.compile(
    r"(?<![\w.+-])([\w.+-]{2,40})[\s,]{1,2}(?:(?:plus|i|und|et|e|and|then|dann|puis|poi|potem)\s)?$"
)
_OWN: Final = (
    r"(?:shop|store|laden|ladens|shops|geschaft\w*|firmen|firma|sklep\w*|boutique|magasin|negozio|bottega|"
    r"same|gleiche[rn]?|selbe[rn]?|"
    r"t[ay]k\w* sam\w*|meme|stesso|user|our|unser\w*|nasz\w*|notre|nostro|username|my|mein\w*|moj\w*|mon|mio)"
)
_NAMED: Final = (
    r"(?:name\w*|nazw\w*|nom|nome|nick\w*|handle|login|pseudo|username|benutzername|shopname|spelling)"
)
_OURS: Final = re.compile(
    rf"\b(?:{_OWN}\W{{1,3}}(?:\w+\W{{1,3}}){{0,3}}{_NAMED}|{_NAMED}\W{{1,3}}(?:\w+\W{{1,3}}){{0,2}}{_OWN}|"
    rf"shopname\w*|ladenname\w*)\b"
    rf"[^.!?\n]{{0,50}}?\b(?P<host>{_PROVIDERS}|gmailu|gmaila|google\s?mail\w*|gmx|web\sde|wp\spl|o2\spl|"
    rf"libero\sit|laposte\snet|t-online)"
    rf"\b(?:[\s.]{{0,2}}(?:com|pl|de|fr|it|net)\b)?"
)
_PLACED: Final = re.compile(
    rf"\s(?:over\s|druben\s)?(?:at|na|bei|chez|su|auf|on|sur|@)\s(?P<host>{_PROVIDERS}|gmailu|gmx)\b"
    r"|,?\s(?:chez\s(?:la\s)?(?P<fr>orange|free|sfr|laposte|wanadoo|bbox)|su\s(?P<it>libero|virgilio|alice|"
    r"tiscali)|na\s(?P<pl>wp|o2|onecie|onet|interii|op)|bei\s(?P<de>web(?:\sde)?|freenet|t-online|gmx))\b"
)
_LAST: Final = re.compile(rf"(?<![\w.+-])[\w.+{DOT}{DOT_WORD}{UNDER}{DASH}-]{{4,40}}$")
_MODEL: Final = re.compile(r"[a-z]{1,3}[._-]?\d{1,6}[a-z]?")
_KNOWN: Final = frozenset(
    f"{name}.{suffix}"
    for name in (
        *providers.ALONE,
        "gmx",
        "wanadoo",
        "interia",
        "onet",
        "tiscali",
        "virgilio",
        "freenet",
        "protonmail",
    )
    for suffix in providers.NEEDING.get(name, "com").split()
) - {"laposte.fr", "onet.pl", "onet.eu", "freenet.de"}
_Loose = tuple[str, re.Match[str], int, float]
_BOXES: Final = (
    "|".join(sorted((re.escape(one) for one in providers.ALONE), key=len, reverse=True))
    + "|gmaila|gmailu|gmx|libero|web\\sde|o2|wp|onet|interia|t-online|freenet"
)
_BOX_IS: Final = re.compile(
    rf"(?P<own>(?<!\w)(?:my|our|mein\w*|unser\w*|moj\w*|nasz\w*|mon|ma|notre|mio|mia|la mia|nostr\w|"
    rf"mam)\s)?(?<![\w.@])(?:{_BOXES})(?![\w.])"
    r"(?:[\s-](?:adres\w*|addres\w*|account|konto|mail|skrzynk\w*|compte|indirizzo|name))?"
    r"(?P<is>\s?[:=]\s?|,?\s(?:and\s|und\s|et\s|e\s|a\s)?(?:the\s(?:bit|part|name)\s)?(?:before(?:\s(?:it|"
    r"that))?|davor|vorne|vorn|vorweg|devant|avant|davanti|prima|przed(?:\s(?:tym|nim))?|"
    r"z przodu)[\s:]{1,2}(?:is\s|steht\s|kommt\s|c'est\s|e\s|jest\s|to\s|noch\s)?|,?\s(?:is|ist|to|est|e|"
    r"name\sis|lautet|heisst|c'est|jest)\s|,?\s)[\"'(]?(?P<name>[a-z0-9][\w.+-]{3,40})"
)
_SHAPED_BOX: Final = re.compile(
    rf"(?<![\w.@])(?=[a-z0-9.+-]{{0,30}}[\d._])(?P<name>[a-z][\w.+-]{{3,30}})[\s,]{{0,2}}[\s(\[/|,*#&=>-]{{1,3}}(?:chez\s|su\s|bei\s|na\s)?(?:{_BOXES}|orange|sfr)(?![\w.])"
)
_ROLE: Final = re.compile(
    r"(?<![\w.@])(?P<role>info|hello|hi|sales|contact|support|office|orders?|kontakt|biuro|service|shop|"
    r"sklep|mail|bonjour|ciao|post|team|help|zamowienia|bestellung|commandes?|ordini|assistenza|sav|"
    r"kundenservice)"
    r"(?:\s?@(?![a-z0-9])|\s?@\s?(?:our|the|unser\w*|nasz\w*|notre|nostr\w|shop)|\s(?:at|auf|an)\s(?:our|"
    r"the)\s(?:domain|web\s?site|website|web address|shop name|site))"
)


def is_mailbox(host: str) -> bool:
    """A host under which people have their mailboxes, and hardly a page that one is sent to."""
    return host in _KNOWN


def find_loose(view: View, reading: Reading) -> Iterator[Finding]:
    """Addresses without a sign: glued together, told by their provider, or by a name that is known."""
    text = view.text
    for rule, found, start, score in (*_glued(text), *_apart(text), *_placed(text), *_boxed(text)):
        read = text[start : found.end()]
        yield reading.found(Label.EMAIL, rule, start, found.end(), score, view=view, as_read=read)


def find_placed(view: View, reading: Reading) -> Iterator[Finding]:
    """A name whose signs are words, before the provider that it is at."""
    for rule, found, start, score in _placed(view.text):
        if any(sign in view.text[start : found.start()] for sign in (DOT, DOT_WORD, UNDER, DASH)):
            read = view.text[start : found.end()].translate(PLAIN)
            yield reading.found(Label.EMAIL, rule, start, found.end(), score, view=view, as_read=read)


def _glued(text: str) -> Iterator[_Loose]:
    for found in _GLUED.finditer(text):
        if _is_glued(found):
            yield "email.glued", found, found.start(), 0.95
    for found in _PROVIDED.finditer(text):
        if _is_provided(found):
            yield "email.provided", found, found.start(), 0.9


def _is_glued(found: re.Match[str]) -> bool:
    host = f"{found['host']}.{found['suffix'].replace('couk', 'co.uk')}"
    known = found["host"] in providers.NEEDING
    sure = found["at"] not in ("at", "et", "affe")
    return (known or (sure and found["dot"] != ".")) and hosts.suffix_of(host) is not None


def _is_provided(found: re.Match[str]) -> bool:
    """A name, its provider and a suffix in one: "tischlereibrandgmxde"."""
    if found["host"] == "web":
        return len(found["name"]) > 4 and found[0].endswith("webde")
    if found["host"] in ("gmx", "freenet") and found["suffix"] not in ("de", "net", "at", "ch"):
        return False
    return not found["name"].startswith("www") and not found["name"].endswith((".", "-"))


def _boxed(text: str) -> Iterator[_Loose]:
    """ "my gmail is ...", a name next to its provider, "info@" before a name that the reader knows."""
    for found in _BOX_IS.finditer(text):
        plain = found["is"].strip() in ("", ",")
        shaped = any(char.isdigit() or char in "._" for char in found["name"].rstrip(".-"))
        usual = (
            found["name"] in hosts.COMMON
            or found["name"] in FILLER
            or len(found["name"]) < 5
            or found["name"] in NO_LOCAL
        )
        if shaped or (not plain and not usual and (found["own"] or ":" in found["is"])):
            yield "email.box", found, found.start(), 0.85 if found["own"] or not plain else 0.75
    for found in _SHAPED_BOX.finditer(text):
        if not found["name"].endswith((".", "-")) and not _MODEL.fullmatch(found["name"]):
            yield "email.box", found, found.start(), 0.85
    for found in _ROLE.finditer(text):
        yield "email.role", found, found.start(), 0.85


def _apart(text: str) -> Iterator[_Loose]:
    for found in _APART.finditer(text):
        name = _NAME.search(text, max(0, found.start() - 60), found.start())
        if name and name[1] not in FILLER and name[1] not in hosts.COMMON:
            yield "email.apart", found, name.start(), 0.88
        else:
            yield "email.apart", found, found.start(), 0.72
    for found in _OURS.finditer(text):
        yield "email.own", found, found.start(), 0.85


def _placed(text: str) -> Iterator[_Loose]:
    """ "marta.bruni on gmail": a name that is no word, or one after a word for mail."""
    for found in _PLACED.finditer(text):
        name = _LAST.search(text, max(0, found.start() - 41), found.start())
        if name is None or name[0] in hosts.COMMON or _MODEL.fullmatch(name[0]):
            continue
        shaped = any(not char.isalpha() for char in name[0].strip(".-"))
        if shaped:
            yield "email.placed", found, name.start(), 0.88
        elif len(name[0]) > 6 and MAIL.search(text, max(0, name.start() - 50), name.start()):
            yield "email.placed", found, name.start(), 0.8
