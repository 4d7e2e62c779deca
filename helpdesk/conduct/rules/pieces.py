"""Pieces: a telephone number in numbered lines, in a first and a second part, or with each digit shifted."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.rules import typed
from helpdesk.conduct.rules.phone import home_of
from helpdesk.conduct.rules.plans import planned
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import Finding, Label

_DIGITS: Final = r"\d(?:[ /.-]?\d){0,8}"
_LISTED: Final = re.compile(rf"(?:^|[\n ])([1-6])[.):]\s?({_DIGITS})(?=\s*(?:\n|$| [1-6][.):]))")
_PART: Final = re.compile(
    r"(?<![a-z])(?:part|half|bit|chunk|piece|czesc|polowa|polowk\w|kawalek|teil|halfte|stuck|partie|moitie|"
    r"morceau|"
    rf"parte|meta|pezzo)(?: (?:is|ist|to|est|e))?[\s:,]{{1,3}}({_DIGITS})(?![\d\w])"
)
_SHIFTED: Final = re.compile(
    r"(?<![a-z])(?:each|every|jede\w?|kazd\w+|chaque|ogni|all|alle|wszystki\w+|tous les|tutte le) "
    r"(?:digits?|number|ziffern?|zahl|cyfr\w*|chiffres?|cifr[ae])(?![a-z])"
)
_STEP: Final = re.compile(
    r"(?<![a-z])(?:plus|minus|one|eins|um|more|less|add|take|up|down|dodaj\w*|odejmij\w*|odjac|o jeden|"
    r"wieks\w*|mniejs\w*|"
    r"ajoute\w*|enleve\w*|retire\w*|moins|aggiung\w*|togli\w*|piu|meno|erhoh\w*|abzieh\w*|hoher|"
    r"niedriger)(?![a-z])"
)
_NUMBER: Final = re.compile(r"(?<![\d,.])\d(?:[ /-]?\d){8,12}(?!\d|[.,]\d)")
_STUFFED: Final = re.compile(r"(?<![a-z\d])\d([a-z*#+_~|])\d(?:\1\d){5,11}(?![a-z\d])")
"""Every digit parted from the next by the same letter or sign: "0x7x7x0"."""
_KEYS: Final = re.compile(
    r"(?<![\d-])(?:1[- ]8(?:00|33|44|55|66|77|88)[- ](?=[a-z0-9-]{7,9}(?![a-z0-9-]))"
    r"|0?80[0138][- ](?=[a-z]{6,8}(?![a-z])))(?P<rest>\d{0,3}-?[a-z]{4,8})"
)
"""Letters of the keys of a telephone: "1-888-55-MOWER"."""
MIN_PARTS: Final = 2


def find(reading: Reading, view: View) -> Iterator[Finding]:
    """In the view as it is: what is masked elsewhere may be a piece here."""
    text = view.text
    lines = [*_LISTED.finditer(text)][:6]
    numbered = [int(one[1]) for one in lines] == list(range(1, len(lines) + 1))
    if len(lines) >= MIN_PARTS and numbered and _rings(reading, "".join(one[2] for one in lines)):
        yield _told(reading, view, "phone.list", lines[0].start(1), lines[-1].end(2), 0.84)
        return
    parts = [*_PART.finditer(text)][:4]
    if len(parts) >= MIN_PARTS and _rings(reading, "".join(one[1] for one in parts)):
        for one in parts:
            yield _told(reading, view, "phone.parts", *one.span(1), 0.8)
        return
    yield from _stuffed(reading, view)
    if (shift := _SHIFTED.search(text)) and _STEP.search(
        text, shift.start() - 30 if shift.start() > 30 else 0
    ):
        for one in [*_NUMBER.finditer(text)][:3]:
            if not typed.around(text, *one.span()).typed:
                yield _told(reading, view, "phone.shifted", *one.span(), 0.76)


def _stuffed(reading: Reading, view: View) -> Iterator[Finding]:
    """With signs between the digits, or letters for them."""
    for one in [*_STUFFED.finditer(view.text)][:3]:
        if _rings(reading, one[0]):
            yield _told(reading, view, "phone.stuffed", *one.span(), 0.86)
    for one in [*_KEYS.finditer(view.text)][:3]:
        first, last = view.span(*one.span("rest"))
        if reading.text[first:last].isupper():
            yield _told(reading, view, "phone.keys", *one.span(), 0.84)


def _rings(reading: Reading, written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    plan = planned(digits, plus=False, home=home_of(reading), regions=reading.pack.regions)
    return len(digits) >= 9 and plan is not None and plan.home


def _told(reading: Reading, view: View, rule: str, start: int, end: int, score: float) -> Finding:
    return reading.found(
        Label.PHONE, rule, start, end, score, view=view, evidence=("seam",), as_read=view.text[start:end]
    )
