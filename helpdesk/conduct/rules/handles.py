"""Payment handles: where someone is to be paid past the checkout, and wallets."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from helpdesk.conduct.rules import payees, typed
from helpdesk.conduct.rules.holders import FRIENDS, WORDS, found_at, named, plainly, said
from helpdesk.conduct.rules.numerals import Run
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.scanning import Words
from helpdesk.conduct.rules.signs import PLAIN, spelled
from helpdesk.conduct.rules.stems import stems
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.rules.vouchers import cards, transfers
from helpdesk.conduct.rules.wallets import wallets
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label

_APP: Final = stems(WORDS["apps"])
_CUE: Final = stems(WORDS["apps"], WORDS["transfers"], WORDS["cards"])
_ELSEWHERE: Final = stems(WORDS["elsewhere"])
_ENDING: Final = re.compile(
    r"(?<![a-z0-9])(?:" + "|".join(WORDS["ending"]) + r")\W{1,3}(?:\d{2,4}|[a-z]{2,12}(?: [a-z]{2,12}){0,3})"
)
_CHECKOUT: Final = stems(WORDS["checkout"])
_LINK: Final = re.compile(
    r"(?:https?://)?(?:www\.)?(?:paypal\.me|paypal\.com/paypalme|revolut\.me|rev\.money|monzo\.me|cash\.app|"
    r"wise\.com/pay(?:/me)?|venmo\.com(?:/u)?|"
    r"bunq\.me|settleup\.starlingbank\.com|lydia-app\.com/pots?|ko-fi(?:\.com)?|buymeacoffee\.com|"
    r"pay\.sumup\.com|buy\.stripe\.com|skrill\.me|"
    r"satispay\.com/\w+|tikkie\.me|vinted\.pay|zrzutka\.pl|tipeee\.com|buycoffee(?:\.to)?|patronite\.pl|"
    r"rev\.me|r\.me|pay\.me|sumeria\.eu|wero\.me)(?: ?/ ?|: ?| (?=[a-z]+[-_\d]))[$@]?[\w./$@-]{2,60}"
    r"(?P<more> [a-z]\w{2,20}(?= ?(?:[.,!?;\n]|$)))?|"
    r"(?:p[ae][jiy]{1,2}[ -]?pal\w{0,2}|revolut|monzo|cash|wise)[ .(-]{0,3}(?:(?:dot|punkt|kropka|pkt|"
    r"point|punto|"
    r"d0t)[ .)-]{0,3})?(?:me|app|com)[ .(-]{0,3}"
    r"(?:slash|slasz|ukosnik|schragstrich|barra|barre|/|kreska|lamane(?: na| przez)?)[ )/$@-]{0,3}"
    r"[\w.$-]{2,40}(?: [a-z]\w{2,20}(?= ?(?:[.,!?;\n]|$)))?"
)
_MAIL: Final = re.compile(
    r"[\w.+-]{1,64}(?: ?@ ?|\W{1,2}(?:at|malpa|arobase|chiocciola|klammeraffe|aett?|"
    r"affenschwanz)\W{1,2})[\w-]{2,40}(?: ?(?:\.| dot | kropka | punkt | point |"
    r" punto ) ?[a-z0-9]{2,12}){1,3}"
)
_AT: Final = re.compile(r"(?<![\w.])[@$][a-z][\w.-]{1,39}\w")
_REACH: Final = 70  # characters after an app's name within which its handle stands
MIN_DIGITS: Final = 6
_STYLED: Final = re.compile(r"[a-z][0134578@$!|]{1,2}[a-z]|[0134578@$!|][a-z]{2}|[a-z]{2}[01]")
_PLAIN: Final = str.maketrans("0134578@$!|", "oieasTbasil".lower())
_FUSED: Final = re.compile(
    r"(?<![a-z])(?:paypal|revolut|venmo|satispay|cash\.?app|lydia|monzo|"
    r"zelle)(?:me)?[.:/@$-]{0,3}[a-z0-9][\w.@/$-]{3,60}"
)
_SPELLED: Final = re.compile(
    r"(?<![a-z])(?:dot|kropka|punkt|pkt|point|punto|slash|ukosnik|lamane|schragstrich|barr[ea])(?![a-z])"
)
_GLUED: Final = re.compile(r"[@$][a-z][\w.-]{2,39}\w")
_QUICK: Final = Words(WORDS["quick"])
_SIGN: Final = re.compile(r"[0134578@$!|]")
_TOKENS: Final = 26
_TOKEN: Final = re.compile(rf"[0-9a-z]{{{_TOKENS}}}")


def cued(text: str) -> bool:
    """Whether a folded text names a way to pay or holds what may be a wallet."""
    if payees.cued(text):
        return True
    if not _QUICK.hits(text):
        return _has_token(text)
    plain = text.translate(_PLAIN) if _is_styled(text) else text
    cue = _CUE.search(text) or (plain is not text and _CUE.search(plain))
    return bool(cue or _FUSED.search(plain) or _has_token(text))


def _has_token(text: str) -> bool:
    """Letters and digits in a row, as many as a wallet has at least."""
    return max(map(len, text.split()), default=0) >= _TOKENS and _TOKEN.search(text) is not None


def _is_styled(text: str) -> bool:
    """With signs in the place of letters."""
    return _SIGN.search(text) is not None and _STYLED.search(text) is not None


def find(reading: Reading, view: View, runs: Sequence[Run]) -> Iterator[Finding]:
    """In one view; `runs` are its numbers."""
    if view is reading.folded:
        yield from _wallets(reading)
    yield from payees.find(reading, view)
    if not _QUICK.hits(view.text):
        return
    yield from _links(reading, view)
    plain = view.text.translate(_PLAIN) if _is_styled(view.text) else view.text
    apps = {app.start(): app for app in islice(_APP.finditer(plain), MAX_CANDIDATES)}
    if plain is not view.text:
        apps |= {app.start(): app for app in islice(_APP.finditer(view.text), MAX_CANDIDATES)}
    for app in apps.values():
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
    texts = [view.text, view.text.translate(_PLAIN)] if _is_styled(view.text) else [view.text]
    for text in texts:
        for found in islice(_LINK.finditer(text), MAX_CANDIDATES):
            end = found.start("more") if found["more"] and view.name == "folded" else found.end()
            yield found_at(reading, view, "payh.link", found.start(), end, 0.99)
    if _SPELLED.search(view.text) and (read := spelled(view)) is not view:
        for found in islice(_LINK.finditer(read.text.translate(PLAIN)), MAX_CANDIDATES):
            yield found_at(reading, read, "payh.link", *found.span(), 0.98)
    if view.name == "joined":
        for found in islice(_FUSED.finditer(view.text), MAX_CANDIDATES):
            yield found_at(reading, view, "payh.handle", *found.span(), 0.9)


def _of_app(reading: Reading, view: View, runs: Sequence[Run], app: re.Match[str]) -> Iterator[Finding]:
    text, end = view.text, min(len(view.text), app.end() + _REACH)
    official = _CHECKOUT.search(text, max(0, app.start() - 50), end) is not None
    friendly = FRIENDS.search(text, app.start(), end) is not None
    if glued := _GLUED.match(text, app.end()):
        yield found_at(reading, view, "payh.handle", *glued.span(), 0.95)
        return
    for pattern, score in ((_MAIL, 0.96), (_AT, 0.97)):
        if found := (pattern.search(text, app.end(), end) or _last(pattern, text, app.start())):
            yield found_at(
                reading, view, "payh.handle", *found.span(), 0.7 if official and not friendly else score
            )
            return
    if (number := _number(runs, app)) is not None and not typed.around(text, *number).typed:
        yield found_at(reading, view, "payh.phone", *number, 0.5 if official else 0.95)
        return
    if official and not friendly:
        return
    if found := _ELSEWHERE.search(text, app.end(), end) or _ELSEWHERE.search(
        text, max(0, app.start() - 60), app.start()
    ):
        ending = _ENDING.search(text, found.end(), found.end() + 30)
        start = min([found.start(), *(run.atoms[0].start for run in runs if app.end() <= run.atoms[0].start)])
        yield found_at(reading, view, "payh.elsewhere", start, ending.end() if ending else found.end(), 0.9)
        return
    if found := _ENDING.search(text, app.end(), end):
        yield found_at(reading, view, "payh.elsewhere", *found.span(), 0.85)
        return
    if one := said(reading, view, app, end):
        yield one
        return
    known = [*named(reading, view, app, end)]
    yield from known or plainly(reading, view, app, end)


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
