"""Payment handles: where someone is to be paid past the checkout, and wallets."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from ahocorasick_rs import AhoCorasick

from helpdesk.conduct.rules import typed
from helpdesk.conduct.rules.hosts import COMMON
from helpdesk.conduct.rules.nicks import shaped
from helpdesk.conduct.rules.numerals import Run
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.stems import sections, stems
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.rules.vouchers import cards, transfers
from helpdesk.conduct.rules.wallets import wallets
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label, Place

_WORDS: Final = sections("numbers/paying.txt")
_APP: Final = stems(_WORDS["apps"])
_CUE: Final = stems(_WORDS["apps"], _WORDS["transfers"], _WORDS["cards"])
_ELSEWHERE: Final = stems(_WORDS["elsewhere"])
_ENDING: Final = re.compile(
    r"(?<![a-z0-9])(?:" + "|".join(_WORDS["ending"]) + r")\W{1,3}(?:\d{2,4}|[a-z]{2,12}(?: [a-z]{2,12}){0,3})"
)
_TAG: Final = stems(_WORDS["tags"])
_CHECKOUT: Final = stems(_WORDS["checkout"])
_LINK: Final = re.compile(
    r"(?:https?://)?(?:www\.)?(?:paypal\.me|paypal\.com/paypalme|revolut\.me|rev\.money|monzo\.me|cash\.app|"
    r"wise\.com/pay(?:/me)?|venmo\.com(?:/u)?|"
    r"bunq\.me|settleup\.starlingbank\.com|lydia-app\.com/pots?|ko-fi(?:\.com)?|buymeacoffee\.com|"
    r"pay\.sumup\.com|buy\.stripe\.com|skrill\.me|"
    r"satispay\.com/\w+|tikkie\.me|vinted\.pay)/[$@]?[\w./$@-]{2,60}|"
    r"(?:pay ?pal|revolut|monzo|cash|wise)[ .(-]{0,3}(?:(?:dot|punkt|kropka|pkt|point|punto|"
    r"d0t)[ .)-]{0,3})?(?:me|app|com)[ .(-]{0,3}"
    r"(?:slash|slasz|ukosnik|schragstrich|barra|barre|/|kreska)[ )/$@-]{0,3}[\w.$-]{2,40}"
)
_MAIL: Final = re.compile(
    r"[\w.+-]{1,64}(?: ?@ ?|\W{1,2}(?:at|malpa|arobase|chiocciola|klammeraffe|aett?|"
    r"affenschwanz)\W{1,2})[\w-]{2,40}(?: ?(?:\.| dot | kropka | punkt | point |"
    r" punto ) ?[a-z0-9]{2,12}){1,3}"
)
_AT: Final = re.compile(r"(?<![\w.])[@$][a-z][\w.-]{1,39}\w")
_NAME: Final = re.compile(
    r"(?:\W|(?:is|to|ist|est|e|c'est|jest|come|comme|als|jako|as|the|il|le|der|mein|my|moj|mon|mio|name|of|de)\W){0,6}"
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
_AMOUNT: Final = re.compile(r"\d+(?:[.,]\d\d?)? ?(?:eur|zl|gbp|pln|pounds?|quid|£|€|\$)|[£€$] ?\d")
_FRIENDS: Final = re.compile(r"friends|f&f|family|znajom|rodzin|freunde|familie|proches|amis|amici|familiari")
_REACH: Final = 70  # characters after an app's name within which its handle stands
MIN_DIGITS: Final = 6


_STYLED: Final = re.compile(r"[a-z][0134578@$!|]{1,2}[a-z]|[0134578@$!|][a-z]{2}|[a-z]{2}[01]")
_PLAIN: Final = str.maketrans("0134578@$!|", "oieasTbasil".lower())
_BESIDE: Final = re.compile(
    r"(?:\W{1,4}(?:is|to|ist|est|e|c'est|jest|na|an|sur|su|auf|pod|unter|under|a|as|als|jako|come|comme|the|"
    r"my|mein|moj|mon|mio|handle|user|name|konto|account|compte|conto)\b){0,3}"
    r"\W{1,4}([a-z][a-z-]{0,20}[\d._][\w.-]{0,24}\w|\w(?:[ .-]\w){3,20})(?![\w@])"
)
_COLON: Final = re.compile(r" ?[:=>-]{1,2}>? ?([a-z][\w-]{3,30})(?= ?(?:[,.!;)\n]|$))")


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
)
_PLAINLY: Final = re.compile(
    r"(?: (?:me|friends?(?: (?:and|&) family)?|f&f|family|znajom\w*|rodzin\w*|freunde?|familie|entre|"
    r"proches|amis|amici|familiari|an|na|to|a|"
    r"auf|pod|su|sur|geht|works|ok|dziala|konto|"
    r"account))*[ ,:>-]{1,4}([a-z0-9][\w-]{6,24})(?= ?(?:[,.!;)\n]|$))"
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
_FUSED: Final = re.compile(
    r"(?<![a-z])(?:paypal|revolut|venmo|satispay|cash\.?app|lydia|monzo|"
    r"zelle)(?:me)?[.:/@$-]{0,3}[a-z0-9][\w.@/$-]{3,60}"
)


def cued(text: str) -> bool:
    """Whether a folded text names a way to pay or holds what may be a wallet."""
    if not _QUICK.find_matches_as_indexes(text):
        return _TOKEN.search(text) is not None
    plain = text.translate(_PLAIN) if _STYLED.search(text) else text
    return _CUE.search(plain) is not None or _TOKEN.search(text) is not None


_QUICK: Final = AhoCorasick(list(_WORDS["quick"]))
_TOKEN: Final = re.compile(r"[0-9a-z]{26}")


def find(reading: Reading, view: View, runs: Sequence[Run]) -> Iterator[Finding]:
    """In one view; `runs` are its numbers."""
    if view is reading.folded:
        yield from _wallets(reading)
    if not _QUICK.find_matches_as_indexes(view.text):
        return
    yield from _links(reading, view)
    plain = view.text.translate(_PLAIN) if _STYLED.search(view.text) else view.text
    for at, app in enumerate(_APP.finditer(plain)):
        if at >= MAX_CANDIDATES:
            return
        yield from _of_app(reading, view, runs, app)
    yield from transfers(reading, view)
    yield from cards(reading, view)


def _wallets(reading: Reading) -> Iterator[Finding]:
    for start, end, sure in wallets(reading.text):
        yield Finding(
            label=Label.PAYH,
            rule="payh.wallet",
            start=start,
            end=end,
            score=0.97 if sure else 0.85,
            place=reading.place,
            evidence=("check digit",) if sure else (),
            as_read=reading.text[start:end],
            file=reading.file,
        )


def _links(reading: Reading, view: View) -> Iterator[Finding]:
    texts = [view.text, view.text.translate(_PLAIN)] if _STYLED.search(view.text) else [view.text]
    for text in texts:
        for found in islice(_LINK.finditer(text), MAX_CANDIDATES):
            yield _found(reading, view, "payh.link", *found.span(), 0.99)
    if view.name == "joined":
        for found in islice(_FUSED.finditer(view.text), MAX_CANDIDATES):
            yield _found(reading, view, "payh.handle", *found.span(), 0.9)


def _of_app(reading: Reading, view: View, runs: Sequence[Run], app: re.Match[str]) -> Iterator[Finding]:
    text, end = view.text, min(len(view.text), app.end() + _REACH)
    official = _CHECKOUT.search(text, max(0, app.start() - 50), end) is not None
    friendly = _FRIENDS.search(text, app.start(), end) is not None
    for pattern, score in ((_MAIL, 0.96), (_AT, 0.97)):
        if found := (pattern.search(text, app.end(), end) or _last(pattern, text, app.start())):
            yield _found(
                reading, view, "payh.handle", *found.span(), 0.7 if official and not friendly else score
            )
            return
    if (number := _number(runs, app)) is not None and not typed.around(text, *number).typed:
        yield _found(reading, view, "payh.phone", *number, 0.5 if official else 0.95)
        return
    if official and not friendly:
        return
    if found := _ELSEWHERE.search(text, app.end(), end) or _ELSEWHERE.search(
        text, max(0, app.start() - 60), app.start()
    ):
        ending = _ENDING.search(text, found.end(), found.end() + 30)
        start = min([found.start(), *(run.atoms[0].start for run in runs if app.end() <= run.atoms[0].start)])
        yield _found(reading, view, "payh.elsewhere", start, ending.end() if ending else found.end(), 0.9)
        return
    if found := _ENDING.search(text, app.end(), end):
        yield _found(reading, view, "payh.elsewhere", *found.span(), 0.85)
        return
    if one := _said(reading, view, app, end):
        yield one
        return
    named = [*_named(reading, view, app, end)]
    yield from named or _plainly(reading, view, app, end)


def _said(reading: Reading, view: View, app: re.Match[str], end: int) -> Finding | None:
    """The holder's name, what "my PayPal is", or what looks like an account's name beside the app."""
    text = view.text
    if holder := _HOLDER.match(text, app.end(), end):
        return _found(reading, view, "payh.holder", *holder.span(1), 0.85)
    if (own := _own(text, app, end)) is not None:
        return _found(reading, view, "payh.named", *own.span(1), 0.8)
    for pattern in (_BESIDE, _COLON):
        beside = pattern.match(text, app.end(), end)
        if beside and beside[1] not in _ORDINARY:
            return _found(reading, view, "payh.named", *beside.span(1), 0.86)
    if view is reading.folded and (found := shaped(reading, app.end(), end)):
        return _found(reading, view, "payh.shaped", *found.span(), 0.82)
    return None


def _own(text: str, app: re.Match[str], end: int) -> re.Match[str] | None:
    """ "our PayPal is figandfern": no word of the language, no state of the app."""
    own = _OWN.match(text, app.end(), end)
    if own is None or not _MINE.search(text, max(0, app.start() - 12), app.start()):
        return None
    usual = own[1] in COMMON or own[1] in _ORDINARY or own[1].endswith(_PAST)
    return None if usual else own


def _plainly(reading: Reading, view: View, app: re.Match[str], end: int) -> Iterator[Finding]:
    """ "PP Freunde, lampenheidi": one word that is none of the language ends the clause."""
    found = _PLAINLY.match(view.text, app.end(), end)
    if found is None or found[1] in COMMON or found[1] in _ORDINARY or found[1].startswith(_ENDINGS):
        return
    first, last = view.span(*found.span(1))
    if not reading.text[first:last][:1].isupper():
        yield _found(
            reading, view, "payh.named", *found.span(1), 0.64 + 0.1 * bool(_FRIENDS.search(found[0]))
        )


def _named(reading: Reading, view: View, app: re.Match[str], end: int) -> Iterator[Finding]:
    """ "the tag is lucadro", also "my revtag: ...", where the app's name itself is the label."""
    before = max(0, app.start() - 50)
    labels = [*_TAG.finditer(view.text, app.end(), end), *_TAG.finditer(view.text, before, app.start())]
    if app[0].startswith(("revtag", "cashtag", "wise tag", "wise-tag")):
        labels.insert(0, app)
    for label in labels[:4]:
        found = _NAME.match(view.text, label.end(), label.end() + 90)
        if found and found[1].split()[0] not in _ORDINARY and not found[1][0].isdigit():
            yield _found(reading, view, "payh.named", *found.span(1), 0.86)
            return


def _number(runs: Sequence[Run], app: re.Match[str]) -> tuple[int, int] | None:
    """The telephone number beside an app's name."""
    for run in runs:
        parts = run.parts(run.manners()[0])
        if sum(len(part[2]) for part in parts) < MIN_DIGITS:
            continue
        start, end = run.atoms[parts[0][0]].start, run.atoms[parts[-1][1]].end
        if 0 <= start - app.end() <= _REACH or 0 <= app.start() - end <= 24:
            return start, end
    return None


def _last(pattern: re.Pattern[str], text: str, before: int) -> re.Match[str] | None:
    found = [*pattern.finditer(text, max(0, before - 40), before)]
    return found[-1] if found else None


def _found(reading: Reading, view: View, rule: str, start: int, end: int, score: float) -> Finding:
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
