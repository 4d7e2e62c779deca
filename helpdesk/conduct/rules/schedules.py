"""Days that cannot be: delivered before it is sent, to come on a day that is over, on two days."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice, pairwise
from typing import Final, NamedTuple

from helpdesk.conduct.rules.contradictions_words import DELIVERY, DISPATCH, MONTHS
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Finding, Label

_LIKELY: Final = 0.8
_YEAR: Final = 2026  # of days without one: only their order counts
_MOST: Final = 16  # days of one text
_NUMBERED: Final = (
    r"(?<![\d.,/])(\d{1,2})(?:st|nd|rd|th|er|\.)?\s?(?:of\s|"
    r"de\s)?(?:[./-](\d{1,2})(?![\d:])(?:[./-](\d{4}|\d{2}))?"
    rf"|({MONTHS})[a-z]*)|\b({MONTHS})[a-z]*\s(\d{{1,2}})(?:st|nd|rd|th)?\b"
)
_WEEKDAYS: Final = (
    "monday montag montags lundi lunedi poniedzialek poniedzialku",
    "tuesday dienstag mardi martedi wtorek wtorku",
    "wednesday mittwoch mercredi mercoledi srode sroda srody",
    "thursday donnerstag jeudi giovedi czwartek czwartku",
    "friday freitag vendredi venerdi piatek piatku",
    "saturday samstag sonnabend samedi sabato sobote sobota soboty",
    "sunday sonntag dimanche domenica niedziele niedziela niedzieli",
)
_WEEKDAY: Final = {word: n for n, line in enumerate(_WEEKDAYS) for word in line.split()}
_RELATIVE: Final = {
    word: n
    for n, line in (
        (-2, "day before yesterday|vorgestern|przedwczoraj|avant-hier|l'altro ieri|altro ieri|avantieri"),
        (-1, "yesterday|last night|gestern|wczoraj|hier|ieri"),
        (
            0,
            (
                "today|this morning|tonight|this afternoon|heute|dzis|dzisiaj|dzis rano|aujourd'hui|"
                "ce matin|ce soir"
            ),
        ),
        (0, "oggi|stamattina|stamane|stasera"),
        (1, "tomorrow|morgen|jutro|demain|domani"),
        (2, "day after tomorrow|ubermorgen|pojutrze|apres-demain|dopodomani"),
    )
    for word in line.split("|")
}
_DAY: Final = re.compile(
    _NUMBERED + rf"|\b({'|'.join(_WEEKDAY)})\b|\b({'|'.join(sorted(_RELATIVE, key=len, reverse=True))})\b"
)
_CUE: Final = re.compile(
    r"\d|day\b|tag\b|di\b|hier|ieri|gest|heut|morg|demain|oggi|dzis|jutr|czor|domani|sob|niedz|tomor|"
    r"poni|wtor|srod|"
    r"czwa|piat|mittw|saba"
)
_MONTH: Final = {name: n for n, name in enumerate(MONTHS.split("|"))}
_CLAUSE: Final = re.compile(
    r"[,.;!?\n:]+(?=\s|$)|\s(?:and|und|et|e|i|a|but|aber|mais|ma|ale|so|dann|then|puis|poi|potem|-)\s"
)
_AMENDED: Final = re.compile(
    r"\b(?:or|oder|lub|albo|ou|oppure|not|nicht|nie|pas|non|instead|statt|zamiast|invece|sorry|actually|"
    r"originally|"
    r"between|zwischen|entre|tra|miedzy|if|wenn|falls|jesli|si|se|second|zweite\w*|drug\w*|deuxieme|"
    r"second\w|next|following|"
    r"nachste\w*|folgende\w*|kommende\w*|darauf\w*|przyszl\w*|nastepn\w*|prochain\w*|suivant\w*|"
    r"prossim\w*|successiv\w*|"
    r"last order|attempt\w*|versuch\w*|prob\w*|tentativ\w*|return\w*|rucksend\w*|retour\w*|zwrot\w*|"
    r"reso|refund\w*|"
    r"erstatt\w*|rembours\w*|rimbors\w*|other|ander\w*|inn\w|autre\w*|altr\w*|previous|vorig\w*|poprzedni\w*|"
    r"replacement\w*|ersatz\w*|entschuldig\w*|przeprasz\w*|pardon|scus\w*|hoped|delayed|verspat\w*|"
    r"retard\w*|ritard\w*|"
    r"opozn\w*|rest|reszt\w*|zuerst|week|woche|semaine|settimana|tydzien|tygodni\w*)\b"
)
_TO_COME: Final = re.compile(
    r"\b(?:will|'ll|ll|going to|arrives|wird|werden|kommt|trifft|bedzie|dotrze|przyjdzie|dojdzie|"
    r"dostanie|otrzyma|zostanie|"
    r"sera|serez|arrivera|arrive|recevrez|aurez|sara|ricevera|verra|avra)\b"
)


class Day(NamedTuple):
    """A day that is told of: of a calendar, a week, or counted from today (its kind); what happens on it."""

    kind: str
    number: int
    sends: bool
    span: tuple[int, int]


def find(reading: Reading) -> Iterator[Finding]:
    """At most one."""
    text = reading.folded.text
    if not _CUE.search(text):
        return
    days = list(_days(text))
    for span, evidence in _impossible(reading, text, days):
        yield reading.found(Label.CONTRADICTS, "contradicts.dates", *span, _LIKELY, evidence=(evidence,))
        return


def _impossible(reading: Reading, text: str, days: list[Day]) -> Iterator[tuple[tuple[int, int], str]]:
    for sent in (day for day in days if day.sends):
        for here in (day for day in days if not day.sends):
            between = text[min(sent.span[1], here.span[1]) : max(sent.span[0], here.span[0])]
            if _precedes(here, sent) and len(between) < 160 and not _AMENDED.search(between):
                yield here.span, "before dispatch"
    if reading.said.today:
        today = date.fromisoformat(reading.said.today).toordinal()
        for day in days:
            ahead = _TO_COME.search(text, max(0, day.span[0] - 60), day.span[0])
            if day.kind == "date" and ahead and 0 < today - day.number < 200:
                yield day.span, "past"
    arrivals = [day for day in days if not day.sends and day.kind == "date"]
    for one, other in pairwise(arrivals):
        between = text[one.span[1] : other.span[0]]
        apart = one.kind == other.kind and one.number != other.number and len(between) > 8
        if apart and len(between) < 110 and not _AMENDED.search(between) and DELIVERY.search(between):
            yield other.span, "two days"


def _precedes(here: Day, sent: Day) -> bool:
    if here.kind != sent.kind:
        return False
    if here.kind == "week":
        return sent.number - here.number == 1
    return 0 < sent.number - here.number < 200


def _days(text: str) -> Iterator[Day]:
    edges = [0, *(found.end() for found in islice(_CLAUSE.finditer(text), 200)), len(text)]
    at = 0
    for found in islice(_DAY.finditer(text), _MOST):
        number = _number(found)
        while at + 2 < len(edges) and edges[at + 1] <= found.start():
            at += 1
        if number is not None:
            start, end = max(edges[at], found.start() - 70), min(edges[at + 1], found.end() + 50)
            sends = _sends(text, found.span(), start, end)
            if sends is not None:
                yield Day(number[0], number[1], sends, found.span())


def _sends(text: str, span: tuple[int, int], start: int, end: int) -> bool | None:
    """Whether it is the day of dispatch, or of delivery; None where it is neither."""
    near: list[tuple[int, bool]] = []
    for pattern, sends in ((DISPATCH, True), (DELIVERY, False)):
        near += [(span[0] - one.end(), sends) for one in pattern.finditer(text, start, span[0])]
        near += [(one.start() - span[1] + 3, sends) for one in pattern.finditer(text, span[1], end)]
    return min(near)[1] if near else None


def _number(found: re.Match[str]) -> tuple[str, int] | None:
    if found[7]:
        return "week", _WEEKDAY[found[7]]
    if found[8]:
        return "relative", _RELATIVE[found[8]]
    month = _MONTH[found[4] or found[5]] % 12 + 1 if found[4] or found[5] else int(found[2] or 0)
    year = int(found[3]) if found[3] else _YEAR
    try:
        return "date", date(year + 2000 if year < 100 else year, month, int(found[1] or found[6])).toordinal()
    except ValueError:
        return None
