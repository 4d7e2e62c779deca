"""Days that cannot be: out of their order, of another weekday, to come on a day that is over, of no calendar.

A day without a year is of the year next to the day of writing (`Said.today`); where that is not known, days
are compared with each other only, in a year that stands for any, and never across the end of February.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations, islice, pairwise
from typing import Final, NamedTuple

from helpdesk.conduct.rules import schedules_words as words
from helpdesk.conduct.rules.quantities import quantities
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.scanning import Words
from helpdesk.conduct.rules.schedules_words import MONTH_OF, RELATIVE_OF, WEEKDAY_OF
from helpdesk.conduct.terms import Finding, Label

_LIKELY: Final = 0.8
_ANY: Final = 2001  # of days whose year nobody told: a year as long as most
_MOST: Final = 16  # days of one text
_FAR: Final = 160  # characters between two days that are compared
_LONG: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _any_of(known: dict[str, int]) -> str:
    return "|".join(sorted(known, key=len, reverse=True))


_MONTHS: Final = _any_of(MONTH_OF)
_DAY: Final = re.compile(
    r"(?<![\d.,/])(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?\s?(?:of\s|de\s)?(?:[./-](?P<number>\d{1,2})(?![\d:])"
    rf"(?:[./-](?P<year>\d{{4}}|\d{{2}}))?|(?P<month>{_MONTHS})\b\.?(?:,?\s(?P<named>20\d\d)\b)?)"
    rf"|\b(?P<first>{_MONTHS})\s(?P<second>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<last>20\d\d)\b)?"
    rf"|\b(?P<week>{_any_of(WEEKDAY_OF)})\b|\b(?P<relative>{_any_of(RELATIVE_OF)})\b"
)
_CUE: Final = re.compile(
    r"\d|day\b|tag\b|di\b|hier|ieri|gest|heut|morg|demain|oggi|dzis|jutr|czor|domani|sob|niedz|tomor|"
    r"poni|wtor|srod|czwa|piat|mittw|saba|dimanche|domenica"
)
_CUES: Final = Words(re.sub(r"\\b", "", _CUE.pattern.replace(r"\d", "0|1|2|3|4|5|6|7|8|9")).split("|"))
_CLAUSE: Final = re.compile(
    r"[,.;!?\n:]+(?=\s|$)|\s(?:and|und|et|e|i|a|but|aber|mais|ma|ale|so|dann|then|puis|poi|potem|-)\s"
)
_BESIDE: Final = re.compile(
    r",? ?(?:the|den|dem|der|am|on|is|was|it's|w|we|jest|to|ist|est|e|le|il|which is|to znaczy|czyli|also|"
    r"c'est|nous sommes|jour)? ?(?:the |den |le |il |a )?,? ?\(?"
)
_PAST: Final = re.compile(rf"\b{words.LAST} $")
_GONE: Final = re.compile(rf" {words.LAST}\b")
_YEARS: Final = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d.,/-]?\d)")


class Day(NamedTuple):
    """A day that is told of: of a calendar, a week, or counted from today (its kind); what happens on it.

    `event` is 0 where an order was placed, 1 where it was sent, 2 where it came; None where that is not told.
    """

    kind: str
    number: int
    event: int | None
    span: tuple[int, int]


def find(reading: Reading) -> Iterator[Finding]:
    """At most one."""
    text = reading.folded.text
    if (text.isascii() and not _CUES.hits(text)) or not _CUE.search(text):
        return
    for span, evidence in _impossible(reading, text):
        yield reading.found(Label.CONTRADICTS, "contradicts.dates", *span, _LIKELY, evidence=(evidence,))
        return


def days_in(text: str) -> list[Day]:
    """The days of a folded text and what happens on them."""
    return [*_days(text, [*islice(_DAY.finditer(text), _MOST)], None, events=True)]


def _impossible(reading: Reading, text: str) -> Iterator[tuple[tuple[int, int], str]]:
    today = date.fromisoformat(reading.said.today) if reading.said.today else None
    found = [*islice(_DAY.finditer(text), _MOST)]
    yield from _never(found)
    yield from _years(text)
    if len(found) < 2 and not words.TO_COME.search(text):
        return
    days = [*_days(text, found, today, events=len(found) > 1)]
    yield from _disordered(text, days)
    yield from _misnamed(text, days, today)
    yield from _lasting(text, days)
    yield from _over(text, days, today)


def _never(found: list[re.Match[str]]) -> Iterator[tuple[tuple[int, int], str]]:
    """The 30th of February."""
    for one in found:
        name, day = one["month"] or one["first"], int(one["day"] or one["second"] or 0)
        if name and _LONG[MONTH_OF[name] - 1] < day < 40 and (name not in ("may", "mar") or one["month"]):
            yield one.span(), "no such day"


def _years(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Sold before it was made."""
    found = [*islice(_YEARS.finditer(text), 6)]
    for one, other in combinations(found, 2) if len(found) > 1 else ():
        early, late = int(one[0]), int(other[0])
        between = text[one.end() : other.start()]
        if (
            late < early
            and len(between) < 80
            and words.MADE.search(text, max(0, one.start() - 40), one.start())
            and words.USED_SINCE.search(text, one.end(), min(len(text), other.end() + 24))
            and not words.AMENDED.search(between)
        ):
            yield other.span(), "years"


def _disordered(text: str, days: list[Day]) -> Iterator[tuple[tuple[int, int], str]]:
    """Sent before it was ordered, delivered before it was sent."""
    told = [day for day in days if day.event is not None]
    for one, other in combinations(told, 2):
        before, after = sorted((one, other), key=lambda day: day.event or 0)
        between = text[one.span[1] : other.span[0]]
        if (
            before.event != after.event
            and _precedes(after, before)
            and len(between) < _FAR
            and not words.AMENDED.search(between)
        ):
            yield other.span, "before dispatch" if after.event == 2 else "before the order"
    arrivals = [day for day in days if day.event == 2 and day.kind == "date"]
    for one, other in pairwise(arrivals):
        between = text[one.span[1] : other.span[0]]
        near = one.number != other.number and 8 < len(between) < 110
        if near and words.DELIVERY.search(between) and not words.AMENDED.search(between):
            yield other.span, "two days"


def _lasting(text: str, days: list[Day]) -> Iterator[tuple[tuple[int, int], str]]:
    """Two years from one day until another that is one year later."""
    dates = [day for day in days if day.kind == "date"]
    if len(dates) != 2 or not words.UNTIL.search(text, max(0, dates[1].span[0] - 12), dates[1].span[0]):
        return
    if not words.FROM.search(text, max(0, dates[0].span[0] - 16), dates[0].span[0]):
        return
    told = [one.value / 24 for one in quantities(text, 0, len(text)) if one.dimension == "time"]
    lasts = dates[1].number - dates[0].number
    known = len(told) == 1 and told[0] >= 2 and lasts > 0 and not words.WORKING.search(text)
    if known and abs(told[0] - lasts) > max(2, 0.03 * told[0]):
        yield dates[1].span, "lasting"


def _precedes(here: Day, sent: Day) -> bool:
    if here.kind != sent.kind:
        return False
    if here.kind == "week":
        return sent.event == 1 and sent.number - here.number == 1
    return 0 < sent.number - here.number < 200


def _misnamed(text: str, days: list[Day], today: date | None) -> Iterator[tuple[tuple[int, int], str]]:
    """Weekdays that stand beside dates, or beside today and yesterday, and cannot all be right."""
    named = [*_named(text, days)]
    for (one, first), (other, second) in combinations(named, 2):
        apart = one.kind == other.kind and one.number != other.number
        if apart and _comparable(one, other, today) and (other.number - one.number - second + first) % 7:
            yield other.span, "weekday"
    for one, weekday in named if today else ():
        if today and _weekday(one, today) != weekday:
            yield one.span, "weekday"


def _named(text: str, days: list[Day]) -> Iterator[tuple[Day, int]]:
    """Days that a weekday stands beside; a weekday belongs to one of them only."""
    taken = -1
    for at, (one, other) in enumerate(pairwise(days)):
        kinds = {one.kind: one, other.kind: other}
        week = kinds.pop("week", None)
        if at > taken and week and kinds and _BESIDE.fullmatch(text, one.span[1], other.span[0]):
            taken = at + 1 if week is other else at
            yield next(iter(kinds.values())), week.number


def _weekday(day: Day, today: date) -> int:
    return (day.number + (today.toordinal() if day.kind == "relative" else 0) - 1) % 7


def _comparable(one: Day, other: Day, today: date | None) -> bool:
    """Days of a year that is known, or on one side of the end of February."""
    if one.kind == "relative" or today:
        return True
    months = [date.fromordinal(day.number).month for day in (one, other)]
    return (months[0] > 2) == (months[1] > 2)


def _over(text: str, days: list[Day], today: date | None) -> Iterator[tuple[tuple[int, int], str]]:
    """To come on a day that is over."""
    for day in days:
        ahead = words.TO_COME.search(text, max(0, day.span[0] - 60), day.span[0])
        if not ahead or re.search(r"[.!?;,]\s", text[ahead.start() : day.span[0]]):
            continue
        if day.kind == "date" and today and 0 < today.toordinal() - day.number < 200:
            yield day.span, "past"
        last = _PAST.search(text, max(0, day.span[0] - 16), day.span[0]) or _GONE.match(text, day.span[1])
        if day.kind == "week" and last and len(text[ahead.end() : day.span[0]]) < 30:
            yield day.span, "past"


def _days(text: str, found: list[re.Match[str]], today: date | None, *, events: bool) -> Iterator[Day]:
    edges = [0, *(one.end() for one in islice(_CLAUSE.finditer(text), 200)), len(text)] if found else []
    at = 0
    for one in found:
        number = _number(one, today)
        while at + 2 < len(edges) and edges[at + 1] <= one.start():
            at += 1
        if number is not None:
            start, end = max(edges[at], one.start() - 70), min(edges[at + 1], one.end() + 50)
            event = _event(text, one.span(), start, end) if events else None
            yield Day(*number, event, one.span())


_EVENTS: Final = ((words.ORDERED, 0), (words.DISPATCH, 1), (words.DELIVERY, 2))


def _event(text: str, span: tuple[int, int], start: int, end: int) -> int | None:
    """What happens on that day, by the word next to it; None where that is nothing known."""
    near: list[tuple[int, int]] = []
    for pattern, event in _EVENTS:
        near += [(span[0] - one.end(), event) for one in pattern.finditer(text, start, span[0])]
        near += [(one.start() - span[1] + 3, event) for one in pattern.finditer(text, span[1], end)]
    return min(near)[1] if near else None


def _number(found: re.Match[str], today: date | None) -> tuple[str, int] | None:
    if found["week"]:
        return "week", WEEKDAY_OF[found["week"]]
    if found["relative"]:
        return "relative", RELATIVE_OF[found["relative"]]
    name = found["month"] or found["first"]
    month = MONTH_OF[name] if name else int(found["number"])
    year, day = found["year"] or found["named"] or found["last"], int(found["day"] or found["second"])
    try:
        if year:
            return "date", date(int(year) + (2000 if len(year) < 4 else 0), month, day).toordinal()
        return "date", _next_to(today, month, day)
    except ValueError:
        return None


def _next_to(today: date | None, month: int, day: int) -> int:
    """A day of the year that is next to today. Raises ValueError."""
    if today is None:
        return date(_ANY, month, day).toordinal()
    near: list[int] = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            near.append(date(year, month, day).toordinal())
        except ValueError:
            continue
    return min(near, key=lambda one: abs(one - today.toordinal()))
