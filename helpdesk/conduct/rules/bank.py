"""Bank accounts and cards: IBAN by its check digits, national accounts by what they are called."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from helpdesk.conduct.rules import accounts_said, checks, typed
from helpdesk.conduct.rules.numerals import Budget, Run
from helpdesk.conduct.rules.numerals.lexicon import VALUES
from helpdesk.conduct.rules.numerals.values import Piece
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.stems import sections, stems
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label

_COUNTRY: Final = re.compile(
    r"(?<![a-z0-9])([a-z])[^a-z0-9]{0,3}([a-z])(?=[^a-z0-9]{0,4}(?:\d[^a-z0-9]{0,3}\d|[a-z]{3,16}[^a-z0-9]))"
)
_SPELLED: Final = re.compile(
    r"(?<![a-z])(?:pe(?: |-)?el|de(?: |-)e|gie(?: |-)?be|ge(?: |-)?be|ef(?: |-)?er|i(?: |-)?ti|pi(?: |-)el|"
    r"polska|poland|deutschland|germany|france|italia|italy)(?=\W{1,3}[a-z0-9])"
)  # fmt: skip
_CODES: Final = {
    "peel": "pl", "piel": "pl", "dee": "de", "giebe": "gb", "gebe": "gb", "efer": "fr", "iti": "it",
    "polska": "pl", "poland": "pl", "deutschland": "de", "germany": "de", "france": "fr", "italia": "it",
    "italy": "it",
}  # fmt: skip
_PART: Final = re.compile(r"[a-z]+|\d+|[^a-z0-9]+")
_WORDS: Final = sections("numbers/cues.txt")
_TAX: Final = stems(_WORDS["taxes"])
_ACCOUNT: Final = stems(_WORDS["accounts"])
_CARD: Final = stems(_WORDS["cards"])
_BANK: Final = stems(_WORDS["banks"])
_CUSTOMER: Final = stems(_WORDS["customers"])
_SORT: Final = re.compile(
    r"(?<![a-z])(?:sort(?: code)?|s/c|sc|blz|bankleitzahl|guichet|abi|cab|cin|cle(?: rib)?|code (?:banque|"
    r"guichet)|banque)(?![a-z])"
)  # fmt: skip
_GAP: Final = re.compile(
    r"[^a-z0-9]{0,4}(?:(?:to|na|on|auf|an|sur|su|al|au|is|mBanku|no|nr|number|numer|numero|nummer|is|ist|to|"
    r"jest|est|e|n|ends?|begins?|starts?|zaczyna|sie|od|code|and|und|the|a)[^a-z0-9]{1,3}){0,4}"
)  # fmt: skip
Taken = list[tuple[int, int]]
_SURE_ENOUGH: Final = 0.6  # to be no telephone number


def find(reading: Reading, view: View, runs: Sequence[Run], taken: Taken) -> Iterator[Finding]:
    """What is found is added to `taken`."""
    if not runs:
        return
    yield from _ibans(reading, view, taken)
    yield from accounts_said.find(reading, view, taken)
    yield from _of_runs(reading, view, runs, taken)
    yield from accounts_said.find_dictated(reading, view, runs, taken)


def _ibans(reading: Reading, view: View, taken: Taken) -> Iterator[Finding]:
    text = view.text
    places = [(one[1] + one[2], one.start(), one.end()) for one in _COUNTRY.finditer(text)]
    places += [(_CODES[re.sub(r"\W", "", one[0])], one.start(), one.end()) for one in _SPELLED.finditer(text)]
    for country, start, after in places[:MAX_CANDIDATES]:
        length = checks.IBAN_LENGTHS.get(country)
        if length is None or any(start < end and first < after for first, end in taken):
            continue
        end, body = _collected(text, after, length - 2)
        if (one := _iban(reading, view, country + body, start, end, length)) is not None:
            taken.append((start, end))
            yield one


def _collected(text: str, at: int, wanted: int) -> tuple[int, str]:
    """The next letters and digits, number words as digits, until there are `wanted` or words begin."""
    got, end = "", at
    for part in _PART.finditer(text, at, at + 24 * wanted):
        token = part[0]
        if not token[0].isalnum():
            if len(token) > 4:
                break
            continue
        if token.isalpha() and (value := VALUES.get(token)) is not None and len(token) > 1:
            token = str(value)
        elif token.isalpha() and len(token) > 6:
            break
        if len(got) + len(token) > wanted:
            break
        got, end = got + token, part.end()
        if len(got) == wanted:
            break
    return end, got


def _iban(reading: Reading, view: View, text: str, start: int, end: int, length: int) -> Finding | None:
    if len(text) == length and checks.iban(text):
        return _found(reading, view, "bank.iban", start, end, 0.99, ("mod 97",), text)
    digits = sum(char.isdigit() for char in text)
    plain = _leading(view.text, start, text)
    if plain is None or not text[2:4].isdigit() or _TAX.search(view.text, max(0, start - 30), start):
        return None
    end, text = plain
    digits = sum(char.isdigit() for char in text)
    cued = _BANK.search(view.text, max(0, start - 60), end + 40) is not None
    if len(text) == length and digits >= length - 8:
        return _found(reading, view, "bank.iban", start, end, 0.96 if cued else 0.85, ("length",), text)
    if digits >= 6 and cued and not _is_word(reading, view, start):
        return _found(reading, view, "bank.part", start, end, 0.8, ("cue",), text)
    return None


_IBAN: Final = re.compile(
    r"(?<![a-z])(?:iban|rib|konto\w*|rachun\w*|account|compte|conto)\W{0,3}(?:\w{1,4}\W{1,2}){0,2}\Z"
)
_WORD: Final = re.compile(r"(?:al|at|de|es|is|it|il|me|no|se|si|li|be) ")


def _is_word(reading: Reading, view: View, start: int) -> bool:
    """ "al 339 706": a word of the language before digits, not a country."""
    if _WORD.match(view.text, start) is None or _IBAN.search(view.text, max(0, start - 30), start):
        return False
    first, last = view.span(start, start + 2)
    return not reading.text[first:last].isupper()


_IBAN_BODY: Final = re.compile(
    r"[a-z] ?[a-z](?:[ .-]{0,3}(?=[a-z0-9]*\d)[a-z0-9]{1,30}|[ -](?=[a-z]{4} \d)[a-z]{4}){1,12}"
)


def _leading(text: str, start: int, _read: str) -> tuple[int, str] | None:
    """As far as groups with digits reach."""
    found = _IBAN_BODY.match(text, start)
    if found is None:
        return None
    return found.end(), re.sub(r"[^a-z0-9]", "", found[0])[:34]


def _of_runs(reading: Reading, view: View, runs: Sequence[Run], taken: Taken) -> Iterator[Finding]:
    near, budget = False, Budget()
    for run in runs:
        for first, last, digits in _windows(run):
            if not budget.take():
                return
            start, end = run.atoms[first].start, run.atoms[last].end
            if any(start < b and a < end for a, b in taken):
                continue
            one = _national(reading, view, start, end, digits, near=near)
            if one is not None:
                near = True
                if one.score >= _SURE_ENOUGH:
                    taken.append((start, end))
                yield one


def _windows(run: Run) -> Iterator[Piece]:
    for manner in run.manners()[:3]:
        yield from run.windows(manner, 2, 34)


def _national(
    reading: Reading, view: View, start: int, end: int, digits: str, *, near: bool
) -> Finding | None:
    text = view.text
    left = text[max(0, start - 40) : start]
    if (country := _BEFORE.search(left)) and checks.iban(country[1] + country[2] + digits):
        begin = start - len(left) + country.start()
        return _found(
            reading, view, "bank.iban", begin, end, 0.99, ("mod 97",), country[1] + country[2] + digits
        )
    if len(digits) == 26 and checks.iban("pl" + digits):
        return _found(reading, view, "bank.nrb", start, end, 0.98, ("mod 97",), digits)
    if (card := _card(reading, view, start, end, digits, left)) is not None:
        return card
    if _PAIR.fullmatch(text, start, end) and not typed.around(text, start, end).typed:
        return _found(reading, view, "bank.account", start, end, 0.86, ("shape",), digits)
    cue = _touching(_ACCOUNT, left)
    if (
        cue is None
        or len(digits) > 26
        or _CUSTOMER.search(left[-34:])
        or digits in reading.said.facts.numbers
    ):
        return None
    sort = _SORT.fullmatch(cue) is not None
    paired = near or _SORT.search(text, max(0, start - 70), min(len(text), end + 70)) is not None
    if sort and 1 < len(digits) <= 8 and (len(digits) in (5, 6, 8) or near):
        return _found(reading, view, "bank.sort", start, end, 0.95, ("cue",), digits)
    if len(digits) >= 6 and not typed.checked(digits):
        score = 0.97 if paired or len(digits) == 26 else 0.9 if len(digits) >= 8 else 0.75
        return _found(reading, view, "bank.account", start, end, score, ("cue",), digits)
    return None


def _touching(pattern: re.Pattern[str], left: str) -> str | None:
    """The last word of the kind, if nothing but filling stands after it."""
    found = [*pattern.finditer(left)]
    last = found[-1] if found else None
    if last is None or not _GAP.fullmatch(left, last.end()):
        return None
    return last[0]


_BEFORE: Final = re.compile(r"(?<![a-z0-9])([a-z])[^a-z0-9]{0,3}([a-z])[^a-z0-9]{0,4}$")
_PAIR: Final = re.compile(
    r"\d\d-\d\d-\d\d[ ,/]{1,3}\d{8}|\d{5}[- ]\d{5}[- ]\d{12}|\d{8}[ /,]{1,3}\d\d-\d\d-\d\d"
)
_FOURS: Final = re.compile(r"\d{4}([ .-])\d{4}\1\d{4}\1\d{1,4}(?!\d)")


_SINGLY: Final = re.compile(r"\d(?:[^a-z0-9]{1,3}\d){12,18}")
_WORDY: Final = re.compile(r"[a-z]")
_LOYAL: Final = re.compile(
    r"loyal|gift|geschenk|podarunk|cadeau|regalo|fidel|fedel|lojaln|kund|klient|member|treue|sim|sd|memory|"
    r"grafik|graphic|mere|madre|son|rete|reseau|netz|speicher|memoi?r"
)


def _card(reading: Reading, view: View, start: int, end: int, digits: str, left: str) -> Finding | None:
    if not 13 <= len(digits) <= 19:
        return None
    cued = _CARD.search(left) is not None or _CARD.search(view.text, end, end + 30) is not None
    fours = _FOURS.match(view.text, start) is not None
    if checks.card(digits) and (cued or not _WORDY.search(view.text, start, end)):
        if typed.around(view.text, start, end).typed and not cued:
            return None
        score = 0.98 if cued else 0.9 if fours or _SINGLY.fullmatch(view.text, start, end) else 0.5
        return _found(reading, view, "bank.card", start, end, score, ("check digit",), digits)
    if cued and len(digits) == 16 and not _LOYAL.search(left):
        return _found(reading, view, "bank.card", start, end, 0.8, ("cue",), digits)
    return None


def _found(
    reading: Reading,
    view: View,
    rule: str,
    start: int,
    end: int,
    score: float,
    evidence: tuple[str, ...],
    as_read: str,
) -> Finding:
    return reading.found(
        Label.BANK, rule, start, end, score, view=view, evidence=evidence, as_read=as_read.upper()
    )
