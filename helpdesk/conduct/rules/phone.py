"""Telephone numbers: digits, words and letters that a number plan knows, and what stands around them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from helpdesk.conduct.rules import typed
from helpdesk.conduct.rules.numerals import Budget, Run
from helpdesk.conduct.rules.plans import HOMES, Planned, planned
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.stems import sections, stems
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import Finding, Label, Place

_PLUS: Final = re.compile(
    r"(?:\+|\bplus|\bpiu|preceded by|prefix|kierunkowy|vorwahl|prefisso|indicatif)\W{0,3}$"
)
_BACKWARDS: Final = re.compile(
    r"backward|revers|right to left|od tylu|od konca|wspak|odwrotn|ruckwart|von hinten|verkehrt|umgekehrt|"
    r"a l'envers|"
    r"a rebours|al contrario|a rovescio|all'indietro|rovesci|da destra|mirror|lustrzan|gespiegelt"
)
_MINE: Final = re.compile(
    r"\W{0,3}(?:\w+ ){0,3}(?:me|mine|mnie|mnie|moj|ja|ich|mich|mir|wir|uns|meine|moi|mien|io|mio|us|anytime|"
    r"evenings?|"
    r"wieczor\w*|abends|le soir|la sera|speak|talk|chat|pogad\w*|reden|parler|parlare|parliamo)\b"
)
_COUNTRY: Final = re.compile(r"[,:;(]|\b(?:and|i|und|et|e)\b")
_NANP: Final = re.compile(r"[ (\n:]?[2-9]\d\d\)[ -]?[2-9]\d\d[ .-]\d{4}(?!\d)")
"""(614) 732-0142: nothing else is written like this, whatever the market."""
_AMERICAN: Final = 10  # digits
_HOTLINE: Final = stems(sections("numbers/cues.txt")["carriers"])
_BASE: Final = {(True, True): 0.86, (True, False): 0.80, (False, True): 0.84, (False, False): 0.55}
_COUNTED: Final = re.compile(r"(?:(\d)\1{1,5}){3,}")
"""Three sevens, two nines, five eights: what is in a box."""
_PART_CODE: Final = re.compile(r"[\d ./-]{4,24}[bgqsz]")
"""One letter behind digits: the variant of a part, not a digit in disguise."""
_COMMAS: Final = re.compile(r"\d, \d")
_NONE: Final = re.compile(r"(?!)")
_BARE_MOBILE: Final = defaultdict(
    lambda: _NONE,
    {"GB": re.compile(r"7\d{9}"), "FR": re.compile(r"[67]\d{8}"), "DE": re.compile(r"1[567]\d{8,9}")},
)
"""Mobile numbers without the 0 in front."""
MIN_SHORT: Final = 5  # digits of an incomplete number that someone is told to call


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    planned: Planned
    digits: str
    disguised: str
    tail: int  # where the run ends that it is of


def find(
    reading: Reading, view: View, text: str, found: Run, taken: list[tuple[int, int]], budget: Budget
) -> Iterator[Finding]:
    """In one run. `text` is the masked text of the view, `taken` what other rules have found already."""
    best: dict[tuple[int, int], Finding] = {}
    for candidate in _candidates(reading, view, found, budget):
        if any(candidate.start < end and start < candidate.end for start, end in taken):
            continue
        if (finding := _judged(reading, view, text, candidate)) is not None:
            key = (finding.start or 0, finding.end or 0)
            if key not in best or best[key].score < finding.score:
                best[key] = finding
    if best:
        yield from best.values()
    else:
        yield from _short(reading, view, text, found, taken)


def home_of(reading: Reading) -> str:
    """The country that a number without a country code is of."""
    said = reading.said
    for code in (said.country, said.market):
        if code.upper() in reading.pack.regions:
            return code.upper()
    return HOMES.get(said.language[:2], reading.pack.regions[0])


def _candidates(reading: Reading, view: View, found: Run, budget: Budget) -> Iterator[_Candidate]:
    """Windows of the run that a plan knows; of two that overlap in one manner the longer one."""
    home = home_of(reading)
    backwards = _BACKWARDS.search(view.text) is not None
    for manner in found.manners():
        best: dict[int, _Candidate] = {}
        for first, last, digits in found.windows(manner, 7, 16):
            known = best.get(first)
            if known is not None and known.planned.home:
                continue
            if not budget.take():
                break
            one = _planned(reading, view, found, (first, last), digits, home, backwards)
            if one is not None and (known is None or one.planned.home):
                best[first] = one
        yield from best.values()


def _planned(
    reading: Reading, view: View, found: Run, ends: tuple[int, int], digits: str, home: str, backwards: bool
) -> _Candidate | None:
    start, end = found.atoms[ends[0]].start, found.atoms[ends[1]].end
    plus = digits[0] != "0" and _PLUS.search(view.text, max(0, start - 16), start) is not None
    disguised = _disguise(reading, view, found, ends)
    if not plus and len(digits) == _AMERICAN and _NANP.match(view.text, start - 1 if start else 0):
        return _Candidate(start, end, Planned("+1" + digits, False, False, bare=True), digits, disguised, end)
    tries = [digits[::-1]] if backwards else []
    tries += [digits] + (["0" + digits] if disguised and _BARE_MOBILE[home].fullmatch(digits) else [])
    for at, one in enumerate(tries):
        plan = planned(one, plus=plus and at == 0, home=home, regions=reading.pack.regions)
        if plan is not None:
            return _Candidate(
                start, end, plan, one, disguised if one != digits[::-1] else "backwards", found.atoms[-1].end
            )
    return None


def _disguise(reading: Reading, view: View, found: Run, ends: tuple[int, int]) -> str:
    """The code of what hides the number; "" where it is plainly written."""
    some = found.atoms[ends[0] : ends[1] + 1]
    said = [one for one in some if one.kind not in ("and", "times")]
    spoken = sum(one.spoken for one in said)
    if spoken:
        return "words" if spoken == len(said) else "mixed"
    if any(one.kind == "like" for one in some):
        return "letters"
    first, last = view.span(some[0].start, some[-1].end)
    written = reading.text[first:last]
    if view.name == "decoded":
        return "encoded"
    if any(ord(char) > 0x2FF and not char.isspace() and char not in "‐‑‒–—−\u00ad" for char in written):
        return "characters"
    if len(some) >= 6 and sum(len(one.text) == 1 for one in some) >= len(some) - 1:
        return "spaced"
    return ""


def _judged(reading: Reading, view: View, text: str, one: _Candidate) -> Finding | None:
    seen = typed.around(text, one.start, one.end)
    against = [] if seen.call is not None or one.disguised or not one.planned.bare else _checked(one.digits)
    if _known(reading, one.digits):
        return None
    if seen.typed:
        against.append("label")
    if seen.call is None and one.disguised != "backwards":
        if typed.compared(view.text, one.start, one.end):
            against.append("compared")
        if one.disguised and _COUNTED.fullmatch(one.digits.lstrip("0")):
            against += ["label", "counted"]
        if one.disguised and typed.sequenced(view.text, one.start, one.tail):
            against += ["label", "sequence"]
    if _glued(view.text, one.start, one.end) and one.disguised in ("", "letters"):
        against.append("code")
    if (
        seen.call is None
        and one.disguised == "letters"
        and _PART_CODE.fullmatch(view.text, one.start, one.end)
    ):
        against.append("code")
    evidence = [
        "number plan",
        *([one.disguised] if one.disguised else []),
        *(["cue"] if seen.call is not None else []),
    ]
    score = _score(reading, view, one, seen, against)
    rule = "phone.spelled" if one.disguised in ("words", "mixed") else "phone.plan"
    if score < 0.3:
        return None
    return reading.found(
        Label.PHONE,
        rule,
        one.start,
        one.end,
        score,
        view=view,
        evidence=tuple(evidence),
        against=tuple(against),
        as_read=one.planned.as_read,
    )


def _checked(digits: str) -> list[str]:
    code = typed.checked(digits)
    return [code] if code else []


def _score(reading: Reading, view: View, one: _Candidate, seen: typed.Around, against: list[str]) -> float:
    plan = one.planned
    score = _BASE[plan.valid, plan.home]
    if plan.bare and not plan.home:
        score = 0.55
    mine = _MINE.match(view.text, one.end) is not None
    if one.disguised:
        score = max(score, 0.7) + 0.13
    if seen.call is not None:
        score += 0.12 if seen.call < 40 else 0.08
    if mine:
        score += 0.08
    if reading.place is Place.NAME and seen.call is None and not one.disguised:
        score -= 0.35
    if not one.disguised and seen.call is None and _is_list(view.text[one.start : one.end]):
        score = min(score, 0.5)
    if against:
        score = (
            (0.5 if one.disguised in ("spaced", "letters") else 0.72)
            if one.disguised and against == ["label"]
            else 0.15
        )
    elif _HOTLINE.search(view.text, max(0, one.start - 40), one.start) and not one.disguised:
        score = min(score, 0.5)
    return round(min(score, 0.99), 2)


def _is_list(written: str) -> bool:
    """Sizes, prices, readings: parted by commas, or by the same step."""
    if _COMMAS.search(written):
        return True
    parts = [int(part) for part in re.findall(r"\d+", written)]
    steps = {b - a for a, b in pairwise(parts)}
    return len(parts) > 3 and len(steps) == 1


def _glued(text: str, start: int, end: int) -> bool:
    """Part of a code: letters touch it, other than those of a cue ("tel0171")."""
    after = text[end : end + 1]
    if after.isalpha() or (text[end : end + 1] in ("/", "-", "_") and text[end + 1 : end + 2].isalnum()):
        return True
    before = re.search(r"([a-z]+)[-_/]?\Z", text[max(0, start - 12) : start])
    return before is not None and not typed.calls(text, start - 12, start) and text[start - 1 : start] != " "


def _known(reading: Reading, digits: str) -> bool:
    """A number of this thread: an order, a parcel."""
    return digits in reading.said.facts.numbers


def _short(
    reading: Reading, view: View, text: str, found: Run, taken: list[tuple[int, int]]
) -> Iterator[Finding]:
    """Too short or unknown to any plan, but someone is told to call there."""
    for manner in found.manners()[:2]:
        parts = found.parts(manner)
        digits = "".join(part[2] for part in parts)
        if not MIN_SHORT <= len(digits) <= 15 or "?" in digits:
            continue
        start, end = found.atoms[parts[0][0]].start, found.atoms[parts[-1][1]].end
        if (
            any(start < b and a < end for a, b in taken)
            or _glued(view.text, start, end)
            or _known(reading, digits)
        ):
            continue
        seen = typed.around(text, start, end)
        if seen.typed or seen.call is None or seen.call > 24 or typed.checked(digits):
            continue
        score = 0.66 if len(digits) >= 7 and seen.call <= 16 else 0.45
        yield reading.found(
            Label.PHONE, "phone.short", start, end, score, view=view, evidence=("cue",), as_read=digits
        )
        return
