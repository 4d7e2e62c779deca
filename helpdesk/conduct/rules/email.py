"""E-mail addresses, plain and in disguise."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.data.hosts import providers
from helpdesk.conduct.data.listing import listed
from helpdesk.conduct.rules import hosts
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.signs import AT, AT_WORD, DASH, DOT, DOT_WORD, PLAIN, UNDER
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label

_DOTS: Final = f".{DOT}{DOT_WORD}"
_INNER: Final = rf"[\w\-{DASH}{UNDER}]"
_AT: Final = re.compile(f"[@{AT}{AT_WORD}]")
_HOST: Final = re.compile(rf"[^\W_]{_INNER}{{0,62}}+(?:[{_DOTS}][^\W_]{_INNER}{{0,62}}+){{0,6}}+")
_GLUED_HOST: Final = re.compile(
    r"(?P<label>[a-z0-9-]{2,40}?)(?:dot|punkt|kropka|point|punto)(?P<suffix>com|de|pl|fr|it|net|eu|couk|org)"
)
_LOCAL: Final = frozenset(f".+-_%'{DOT}{DOT_WORD}{UNDER}{DASH}")
_TAIL: Final = re.compile(
    r"[\s.,-]{1,2}((?:co[\s.])?uk|com(?:\spl)?|net|org|pl|de|fr|it|eu|at|ch|fm|me|ie)(?![a-z0-9])"
)
_MAIL: Final = re.compile(
    r"e-?mail|\bmail|maila|mejl|courriel|posta|skrzynk|inbox|postfach|adres|address|write|schreib|pisz|"
    r"napisz|ecri|scriv|"
    r"reach|ping|contact|kontakt|erreich"
)
_NO_LOCAL: Final = frozenset(
    listed("""
    look us me it is are was be available shop find found buy visit see out order online only also sold
    website
    site page here go store based more now lower cheaper you he she we they them i us mine yours ours
    stuff lot
    range catalogue price prices stock pictures photos pics picture details same one ones arrived looking
    item items product it's that's lot's shop's we're i'm
    """)
)
_SOCIAL: Final = frozenset({"mastodon.social"})
_FILLER: Final = frozenset(
    listed(
        "na do to moj mail e-mail email is my an auf unter bei sur chez a au est il la mio su the his half "
        "second "
        "ist meine mon ma mia e et at und and i then dann puis poi teraz potem "
        "la le"
    )
)


def find_in(view: View, reading: Reading) -> Iterator[Finding]:
    """Addresses in the view, which may have its words for signs read."""
    text = view.text
    for number, sign in enumerate(_AT.finditer(text)):
        if number >= MAX_CANDIDATES:
            return
        found = _address(text, sign.start())
        if found is None:
            continue
        start, end, score, rule, read = found
        yield reading.found(
            Label.EMAIL, rule, start, end, score, view=view, evidence=("suffix",), as_read=read
        )


def _address(text: str, sign: int) -> tuple[int, int, float, str, str] | None:
    """Start, end, score, rule, and what it reads as."""
    match = _HOST.match(text, sign + 1)
    start = _local_from(text, sign)
    local = text[start:sign].translate(PLAIN)
    if match is None:
        return None
    written = match[0]
    host, end, how = _host(text, match)
    if host is None:
        return _reversed(text, start, end, local) if text[sign] == "@" and local else None
    disguised = any(char in written for char in (DOT, DOT_WORD)) or how == "tail"
    kind = text[sign]
    known = host.partition(".")[0] in providers.NEEDING or host.partition(".")[0] in providers.NAMES
    read = f"{local}@{host}"
    if text[start - 1 : start] == "@" or host in _SOCIAL:
        return None
    if not local or local in _FILLER:
        return _half(sign, end, kind, known, read, disguised)
    if kind == "@":
        if how == "alone" and not known:
            return None
        score = 0.99 if how == "dotted" else 0.97
        return start, end, score, "email.plain" if not disguised and how == "dotted" else "email.dots", read
    if kind == AT:
        return start, end, 0.97 if how != "alone" else 0.92, "email.words", read
    return _by_word(text, start, sign, end, known, disguised, how, read)


def _by_word(
    text: str, start: int, sign: int, end: int, known: bool, disguised: bool, how: str, read: str
) -> tuple[int, int, float, str, str] | None:
    """ "at" may be the word."""
    local = read.partition("@")[0]
    shaped = any(char.isdigit() or char in "._+-" for char in local)
    if local in _NO_LOCAL or "'" in local:
        return None
    if how == "alone":
        strong = shaped or bool(_MAIL.search(text[max(0, start - 60) : sign]))
        return (start, end, 0.9 if strong else 0.75, "email.provider", read) if known else None
    cued = bool(_MAIL.search(text[max(0, start - 80) : start]))
    if known or (disguised and (shaped or cued)):
        return start, end, 0.96, "email.words", read
    if disguised and local not in hosts.COMMON:
        return start, end, 0.9, "email.words", read
    return (start, end, 0.85, "email.words", read) if shaped or cued else None


def _half(
    sign: int, end: int, kind: str, known: bool, read: str, disguised: bool
) -> tuple[int, int, float, str, str] | None:
    """A host behind a sign, its name elsewhere."""
    if kind == AT_WORD and not (known and (disguised or "." in read)):
        return None
    if kind == "@" and not known:
        return None
    return sign, end, 0.9 if known else 0.75, "email.half", read.lstrip("@") if not known else read


def _host(text: str, match: re.Match[str]) -> tuple[str | None, int, str]:
    """The host, where it ends, how it is written: dotted, with its suffix behind it, the provider alone."""
    written = match[0].translate(PLAIN)
    if (host := hosts.trimmed(written)) or (host := hosts.unleeted(written)):
        return host, match.start() + len(host), "dotted"
    first = written.partition(".")[0]
    if glued := _GLUED_HOST.fullmatch(first):
        suffix = glued["suffix"].replace("couk", "co.uk")
        return f"{glued['label']}.{suffix}", match.start() + len(first), "dotted"
    if tail := _TAIL.match(text, match.start() + len(first)):
        suffix = re.sub(r"\s", ".", tail[1])
        named = first in providers.NAMES or suffix in providers.NEEDING.get(first, "").split()
        if named or "," in tail[0]:
            return f"{first}.{suffix}", tail.end(), "tail"
    if first in providers.NAMES:
        return f"{first}", match.start() + len(first), "alone"
    return None, match.end(), ""


def _local_from(text: str, sign: int) -> int:
    """Where the name before the sign begins; at most 64 characters of it are read."""
    at = sign
    while at > max(0, sign - 64) and (text[at - 1].isalnum() or text[at - 1] in _LOCAL):
        at -= 1
    while at < sign and not text[at].isalnum():
        at += 1
    return at


def _reversed(text: str, start: int, end: int, local: str) -> tuple[int, int, float, str, str] | None:
    """An address written from its end to its beginning: its host stands before the sign."""
    token = text[start:end]
    if "." not in local or not (host := hosts.trimmed(local[::-1])):
        return None
    if host != local[::-1]:
        return None
    return start, end, 0.95, "email.reversed", token[::-1]


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
    rf"[.-]\w)"
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


def is_mailbox(host: str) -> bool:
    """A host under which people have their mailboxes, and hardly a page that one is sent to."""
    return host in _KNOWN


def find_loose(view: View, reading: Reading) -> Iterator[Finding]:
    """Addresses without a sign: glued together, told by their provider, or by a name that is known."""
    text = view.text
    for rule, found, start, score in (*_glued(text), *_apart(text), *_placed(text), *_boxed(text)):
        read = text[start : found.end()]
        yield reading.found(Label.EMAIL, rule, start, found.end(), score, view=view, as_read=read)


_Loose = tuple[str, re.Match[str], int, float]


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


def _boxed(text: str) -> Iterator[_Loose]:
    """ "my gmail is ...", a name next to its provider, "info@" before a name that the reader knows."""
    for found in _BOX_IS.finditer(text):
        plain = found["is"].strip() in ("", ",")
        shaped = any(char.isdigit() or char in "._" for char in found["name"].rstrip(".-"))
        usual = (
            found["name"] in hosts.COMMON
            or found["name"] in _FILLER
            or len(found["name"]) < 5
            or found["name"] in _NO_LOCAL
        )
        if shaped or (not plain and not usual and (found["own"] or ":" in found["is"])):
            yield "email.box", found, found.start(), 0.85 if found["own"] or not plain else 0.75
    for found in _SHAPED_BOX.finditer(text):
        if not found["name"].endswith((".", "-")):
            yield "email.box", found, found.start(), 0.85
    for found in _ROLE.finditer(text):
        yield "email.role", found, found.start(), 0.85


def _apart(text: str) -> Iterator[_Loose]:
    for found in _APART.finditer(text):
        name = _NAME.search(text, max(0, found.start() - 60), found.start())
        if name and name[1] not in _FILLER and name[1] not in hosts.COMMON:
            yield "email.apart", found, name.start(), 0.88
        else:
            yield "email.apart", found, found.start(), 0.72
    for found in _OURS.finditer(text):
        yield "email.own", found, found.start(), 0.85


def _placed(text: str) -> Iterator[_Loose]:
    """ "marta.bruni on gmail": a name that is no word, or one after a word for mail."""
    for found in _PLACED.finditer(text):
        name = _LAST.search(text, max(0, found.start() - 41), found.start())
        if name is None or name[0] in hosts.COMMON:
            continue
        shaped = any(not char.isalpha() for char in name[0].strip(".-"))
        if shaped:
            yield "email.placed", found, name.start(), 0.88
        elif len(name[0]) > 6 and _MAIL.search(text, max(0, name.start() - 50), name.start()):
            yield "email.placed", found, name.start(), 0.8
