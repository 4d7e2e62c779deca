"""Addresses: one look for all that e-mail and web addresses have in common, in each view that has cues."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from helpdesk.conduct.data.hosts import providers, signs
from helpdesk.conduct.rules import boxes_said, elsewhere, email, mailboxes, pages_said, signs_explained, url
from helpdesk.conduct.rules.cues import Cues
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.signs import spelled, symbolled
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import Finding, Label, Place

_ENDS: Final = ("com", "net", "org", "eu", "info", "co.uk")
_CUES: Final = Cues(
    {
        "sign": (
            "@", "[.", "(.", "{.", "[dot", "(dot", "[d]", "(d)", "[at", "(at", "(a)", "[a]", "{at", "<at",
            "{a}", "m@il", "g mail", "g-mail", "gee mail", "at sign", "*at", "|at", "/at/", "=at=", "~at~",
            "-at-", "_at_", "*a*",
            *signs.AT_SURE, *signs.AT_SURE_PHRASES, *signs.DOT_WORDS, *signs.DOT_PHRASES, " . ",
        ),
        "provider": (*providers.NAMES, "web de", "webde", "wp pl", "o2 pl", "libero it", "google mail",
        "three w", "triple w", "drei w", "drei mal w", "trois w", "trois fois w", "tre w", "tre volte w",
        "trzy w", "trzy razy w", "3 w", "3x w", "chez orange", "chez free", "chez sfr", "su libero",
        "su alice", "na wp", "na o2", "na op", "bei web"),
        "link": ("http", "hxxp", "www", " com", " co uk", ",com", ",pl", ",shop", ",co.uk", ",co,uk", ",net",
        "/com",
        "*com", "*pl", "*de", "punktde", "puntoit", "pointfr", "kropkapl", "dotcom", "bit ly", "tinyurl",
        "tiny url", "is gd"),
        "nick": (
            "agrume", "wupe", "wirtualn", "onetowsk", "onecie", "interiow", "gugl", "google",
            "microsoft", "jahu", "gemejl",
            "dzimejl", "gimejl", " libero", " proton", "la poste", " poste", "bluewin", "swisscom",
            "telenet", "skynet", "web punkt",
            " wp", " o2", " tim", "vodafone",
        ),
        "page": (
            "ending", "suffix", "extension", "koncowk", "rozszerzenie", "endung", "terminaison",
            "estensione", "desinenza",
            "finale", "suffisso", " fin", "ende ", " solito", "usual", "linktr", "link tree", "beacons",
            "carrd", "taplink",
            "allmylinks", "bio link", "lnk bio", "tinyurl", "tiny url", "bit ly", "bitly", "cutt",
            "rebrand", "is gd",
            "shorturl", "dropbox", "wetransfer", ",de", ",fr", ",it", ",at", ",ch", ",be",
            " ,de", " ,fr", " ,it", " ,at", " ,ch", " , de", " , fr", " , it", " , at", " , ch", " , pl",
            *(f"{dot} {end}" for dot in ("dot", "kropka", "punkt", "point", "punto") for end in
              ("c o", "f r", "p l", "d e", "i t", "e u", "n e", "pe", "ef", "i-t", "f-r", "ce")),
        ),
        "turned": ("liamg", "liamtoh", "kooltuo", "oohay", "duolci", " tod ", " tknup ", " akpork ",
        " tniop ", " otnup ", "xmg"),
        "spaced": (
            " at ", " et ", " aet ", " ad ", " affe ", " att ", " .",
            *(f".{space}{end}" for space in " \n\t\r\v\f\x1c\x1d\x1e\x1f" for end in _ENDS),
        ),
    }
)  # fmt: skip
_BOXES: Final = frozenset({"provider", "sign", "nick"})
_HINTS: Final = frozenset({"turned", "spaced", "page", "nick"})
_DOTTED: Final = re.compile(r"\.(?<=[\w-]\.)[^\W_]")
_TURNED: Final = re.compile(
    r"liamg|liamtoh|kooltuo|oohay|duolci|(?<!\w)(?:moc|ed|lp|rf|ti|ten) (?:tod|tknup|akpork|tniop|otnup) |xmg"
)
_SPACED: Final = re.compile(
    r"\w (?:at|et|aet|ad|affe|att) \w|\w \.[a-z]|\w\.\s(?:com|net|org|eu|info|co\.uk)\b"
)


def find(reading: Reading) -> Iterator[Finding]:
    """Addresses in all views of the text."""
    if reading.place is Place.CODE and reading.text.startswith("WIFI:"):
        return
    for view in reading.views:
        yield from _in(view, reading)
    yield from elsewhere.find(reading)


def _in(view: View, reading: Reading) -> Iterator[Finding]:
    text = view.text
    cues = _CUES.seen(text)
    if "turned" in cues and _TURNED.search(text):
        yield from _turned(view, reading)
    told = [*boxes_said.find(view, reading)] if cues & _BOXES else []
    yield from told
    if "page" in cues:
        yield from pages_said.find(view, reading)
    wide = not cues <= _HINTS or symbolled(text) or ("spaced" in cues and _SPACED.search(text) is not None)
    if not wide and not _DOTTED.search(text):
        return
    read = spelled(view) if wide else view
    found = [*email.find_in(read, reading)]
    if "provider" in cues or "sign" in cues:
        found += mailboxes.find_loose(view, reading)
    if not found:
        found += signs_explained.find(view, read, reading)
    if read is not view and "provider" in cues:
        found += mailboxes.find_placed(read, reading)
    yield from found
    taken = [(one.start, one.end) for one in (*told, *found) if one.start is not None and one.end is not None]
    for one in (*url.find_in(read, reading), *url.find_loose(view, reading)):
        if one.label is not Label.URL or not _overlaps(one, taken):
            yield one


def _turned(view: View, reading: Reading) -> Iterator[Finding]:
    """Addresses in the text as it reads from its end to its beginning."""
    back = spelled(View("turned", view.text[::-1]))
    for one in email.find_in(back, reading):
        if one.start is not None and one.end is not None:
            start, end = view.span(len(view.text) - one.end, len(view.text) - one.start)
            yield replace(one, start=start, end=end, rule="email.reversed", view=view.name)


def _overlaps(one: Finding, taken: list[tuple[int, int]]) -> bool:
    return any((one.start or 0) < end and start < (one.end or 0) for start, end in taken)
