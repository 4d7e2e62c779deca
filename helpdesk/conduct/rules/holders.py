"""Names that an account at a payment app goes by: said to be one, or beside the app."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.rules.hosts import COMMON
from helpdesk.conduct.rules.nicks import shaped
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.stems import sections, stems
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import Finding, Label, Place

WORDS: Final = sections("numbers/paying.txt")
_PAYS: Final = stems(WORDS["apps"], WORDS["transfers"], WORDS["cards"], WORDS["checkout"])
_TAG: Final = stems(WORDS["tags"])
_NAME: Final = re.compile(
    r"(?:\W|(?:is|to|ist|est|e|c'est|jest|come|comme|als|jako|as|the|il|le|der|mein|my|moj|mon|mio|name|of|"
    r"de|at|malpa|arobase|chiocciola|klammeraffe)\W){0,6}"
    r"([a-z0-9][\w.-]{2,30}(?: (?:underscore|podkreslnik|podkreslenie|unterstrich|tiret bas|underscore|"
    r"trattino basso|dot|kropka|punkt|point|punto|dash|myslnik|and then|und dann|e poi|puis|i potem|und die|"
    r"then|und) ?[\w.-]{1,30}){0,3})"
)
_ORDINARY: Final = frozenset(
    [
        "the",
        "you",
        "your",
        "for",
        "and",
        "with",
        "der",
        "die",
        "das",
        "und",
        "ist",
        "nicht",
        "geht",
        "aber",
        "auch",
        "est",
        "pas",
        "les",
        "des",
        "avec",
        "pour",
        "per",
        "con",
        "una",
        "che",
        "non",
        "jest",
        "nie",
        "tez",
        "albo",
        "oraz",
        "przez",
        "bitte",
        "please",
        "fine",
        "works",
        "okay",
        "gut",
        "bien",
        "bene",
        "dobrze",
    ]
)
FRIENDS: Final = re.compile(r"friends|f&f|family|znajom|rodzin|freunde|familie|proches|amis|amici|familiari")
_BESIDE: Final = re.compile(
    r"(?:\W{1,4}(?:is|to|ist|est|e|c'est|jest|na|an|sur|su|auf|pod|unter|under|a|as|als|jako|come|comme|the|"
    r"my|mein|moj|mon|mio|handle|user|name|konto|account|compte|conto)\b){0,3}"
    r"\W{1,4}([a-z][a-z-]{0,20}[\d._][\w.-]{0,24}\w|\w(?:[ .-]\w){3,20})(?![\w@])"
)
_COLON: Final = re.compile(
    r"(?: (?:wallet|konto|account|compte|conto|id))? ?[:=>-]{1,2}>? ?"
    r"(?:([a-z][\w-]{3,30})(?= ?(?:[,.!;)\n]|$))|([a-z][\w-]{6,30})(?= (?:and|und|et|e|i|che|que|bo|then|"
    r"dann|danke|"
    r"thanks|grazie|merci|dzieki|bitte|please|prosze)(?![a-z])))"
)
_SLASHED: Final = re.compile(
    r"[)\s.]{0,2}(?:me|moi|my|mnie|mir|mi)? ?[./]{0,2}/ ?([a-z0-9][\w.-]{3,30})(?! ?[/\w])"
)
_QUOTED: Final = re.compile(r"[^.!?\n\"']{0,12}[\"'\u2039] ?([a-z0-9][\w.-]{3,30}) ?[\"'\u203a](?!\w)")
_FIGURES: Final = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|jeden|dwa|trzy|cztery|piec|szesc|siedem|osiem|"
    r"dziewiec|eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|un|deux|trois|quatre|cinq|six|sept|huit|neuf|"
    r"uno|due|tre|quattro|cinque|sei|sette|otto|nove|null)"
)
_COUNTED: Final = re.compile(
    rf"[ ,:]{{1,3}}(?:(?:is|to|ist|est|e|na|an|to) )?([a-z]{{4,20}}(?: {_FIGURES}(?![a-z])){{1,5}})"
)
_AT_WORD: Final = re.compile(
    r"(?:\W{1,3}(?:to|is|an|na|a|via|over|pod|unter|su|sur))?\W{1,3}([a-z][\w.-]{2,24} "
    r"(?:at|chez|malpa|arobase|chiocciola|klammeraffe|affenschwanz) [a-z][\w.-]{3,24})(?![\w.])"
)
_SOMEWHERE: Final = re.compile(r"[^.!?\n]{1,50}?(?<![\w/])me/([a-z][\w.-]{3,30})")
_NO_HOLDER: Final = stems(
    WORDS["turned"],
    ("friends", "family", r"znajom\w*", r"rodzin\w*", "freunde", "familie", "amis", "proches"),
)
_NAMES: Final = re.compile(
    r" (?:(?:an|to|na|dla|a|pour|"
    r"per) )?((?:[A-ZÄÖÜÉŁŚŻ][\w'-]{2,20}[ ]){1,3}[A-ZÄÖÜÉŁŚŻ][\w'-]{2,20})(?![\w-])"
)
_PATTERNS: Final = (_BESIDE, _COLON, _QUOTED, _COUNTED, _SLASHED, _SOMEWHERE)
_SIGNS: Final = frozenset({"at", "chez", "malpa", "arobase", "chiocciola", "klammeraffe", "affenschwanz"})
_BETWEEN: Final = ("pay", "pej", "pp", "klarna", "google", "apple")
_ENDINGS: Final = (
    "check",
    "basket",
    "pay",
    "refund",
    "transfer",
    "zahl",
    "plat",
    "paie",
    "paga",
    "transak",
    "transac",
    "bezahl",
    "purchase",
    "suffi",
    "wystar",
    "genug",
    "reich",
    "basta",
)
_PLAINLY: Final = re.compile(
    r"(?: (?:me|friends?(?: (?:and|&) family)?|f&f|family|znajom\w*|rodzin\w*|freunde?|familie|entre|"
    r"proches|amis|amici|familiari|an|na|to|a|"
    r"auf|pod|su|sur|geht|works|ok|dziala|konto|"
    r"account))*[ ,:>-]{1,4}([a-z0-9][\w-]{6,24})(?= ?(?:[,.!;)\n]|$| (?:geht|works|dziala|funziona|marche|"
    r"passt|also|auch|ebenfalls)))"
)
_HOLDER: Final = re.compile(
    r"[ ,:]{1,3}(?:intestat[ao] a|a nome(?: di)?|in the name of|auf den namen|au nom de|na nazwisko) "
    r"([a-z][a-z'-]+ [a-z][a-z'-]+)"
)
_OWN: Final = re.compile(
    r" (?:is|ist|est|e|to|jest|heisst|si chiama) ([a-z][a-z-]{5,24})(?= ?(?:[,.!;)\n]|$))"
)
_MINE: Final = re.compile(r"(?<![a-z])(?:our|my|unser|mein|nasz|moj|notre|mon|nostro|mio) $")
_PAST: Final = (
    "ed",
    "ing",
    "ne",
    "ny",
    "na",
    "ert",
    "iert",
    "ible",
    "able",
    "bar",
    "ato",
    "ata",
    "ivo",
    "lich",
    "ive",
)


def said(reading: Reading, view: View, app: re.Match[str], end: int) -> Finding | None:
    """The holder's name, what "my PayPal is", or what looks like an account's name beside the app."""
    text = view.text
    if holder := _HOLDER.match(text, app.end(), end):
        return found_at(reading, view, "payh.holder", *holder.span(1), 0.85)
    if (own := _own(text, app, end)) is not None:
        return found_at(reading, view, "payh.named", *own.span(1), 0.8)
    for pattern in _PATTERNS:
        beside = pattern.match(text, app.end(), end)
        name = (beside[1] or beside[2]) if beside else None
        if beside and name and _may_be(name, reading, view, beside, plain=pattern in (_QUOTED, _SLASHED)):
            return found_at(reading, view, "payh.named", *beside.span(1 if beside[1] else 2), 0.86)
    if (found := _AT_WORD.match(text, app.end(), end)) and not COMMON & {
        *re.split(r"\W+", found[1])
    } - _SIGNS:
        return found_at(reading, view, "payh.handle", *found.span(1), 0.84)
    if (full := _full(reading, view, app)) is not None:
        return full
    if view is reading.folded and (found := shaped(reading, app.end(), end)):
        return found_at(reading, view, "payh.shaped", *found.span(), 0.82)
    return None


def _may_be(name: str, reading: Reading, view: View, found: re.Match[str], *, plain: bool) -> bool:
    """No word of the language, no other way to pay."""
    if name in _ORDINARY or (len(found.groups()) > 1 and not found[1] and name in COMMON):
        return False
    if not plain:
        return True
    first = view.span(*found.span(1))[0]
    shaped = any(char in "._-" or char.isdigit() for char in name)
    return (shaped or not reading.text[first].isupper()) and name not in COMMON and not _PAYS.match(name)


def _full(reading: Reading, view: View, app: re.Match[str]) -> Finding | None:
    """ "TWINT Velo Ruedi Thun": a whole name right behind an app between people."""
    if view is not reading.folded or app[0].startswith(_BETWEEN):
        return None
    last = view.span(*app.span())[1]
    names = _NAMES.match(reading.text, last, last + 70)
    if names is None or any(word.lower() in COMMON for word in names[1].split()):
        return None
    return Finding(
        label=Label.PAYH,
        rule="payh.named",
        start=names.start(1),
        end=names.end(1),
        score=0.64,
        place=reading.place,
        as_read=names[1],
        file=reading.file,
    )


def _own(text: str, app: re.Match[str], end: int) -> re.Match[str] | None:
    """ "our PayPal is figandfern": no word of the language, no state of the app."""
    own = _OWN.match(text, app.end(), end)
    if own is None or not _MINE.search(text, max(0, app.start() - 12), app.start()):
        return None
    usual = own[1] in COMMON or own[1] in _ORDINARY or own[1].endswith(_PAST)
    return None if usual else own


def plainly(reading: Reading, view: View, app: re.Match[str], end: int) -> Iterator[Finding]:
    """ "PP Freunde, lampenheidi": one word that is none of the language ends the clause."""
    found = _PLAINLY.match(view.text, app.end(), end)
    if found is None or found[1] in COMMON or found[1] in _ORDINARY or FRIENDS.match(found[1]):
        return
    if found[1].startswith(_ENDINGS):
        return
    first, last = view.span(*found.span(1))
    if not reading.text[first:last][:1].isupper():
        yield found_at(
            reading, view, "payh.named", *found.span(1), 0.64 + 0.1 * bool(FRIENDS.search(found[0]))
        )


def named(reading: Reading, view: View, app: re.Match[str], end: int) -> Iterator[Finding]:
    """ "the tag is lucadro", also "my revtag: ...", where the app's name itself is the label."""
    before = max(0, app.start() - 50)
    labels = [*_TAG.finditer(view.text, app.end(), end), *_TAG.finditer(view.text, before, app.start())]
    if app[0].startswith(("revtag", "cashtag", "wise tag", "wise-tag")):
        labels.insert(0, app)
    for label in labels[:4]:
        found = _NAME.match(view.text, label.end(), label.end() + 90)
        if (
            found
            and not _NO_HOLDER.match(found[1])
            and found[1].split()[0] not in _ORDINARY
            and not found[1][0].isdigit()
        ):
            yield found_at(reading, view, "payh.named", *found.span(1), 0.86)
            return


def found_at(reading: Reading, view: View, rule: str, start: int, end: int, score: float) -> Finding:
    """What is found; less sure in a document, where accounts are printed for other ends."""
    weak = reading.place is Place.DOCUMENT
    return reading.found(
        Label.PAYH,
        rule,
        start,
        end,
        min(score, 0.8) if weak else score,
        view=view,
        as_read=view.text[start:end],
    )
