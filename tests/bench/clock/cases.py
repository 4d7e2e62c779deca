"""The questions that all contenders get, and their answers by the slow reference of the tests.

Two receipts of five are at any microsecond, the others at a whole second or minute, or at midnight, give or
take a microsecond; a third of the days are close to a holiday or to a change of the clock.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

from helpdesk.workdays.calendar import DAY_US, Calendar
from helpdesk.workdays.known import calendar_named
from tests.workdays.reference import MINUTE_US, counted_slowly, deadline_slowly

CODES = ("PL", "DE-SN", "GB-SCT", "HU", "FR-974", "FR-57", "ES-CN", "IT-BZ", "PT-20", "IE", "FI", "RO")
FIRST, DAYS = date(2024, 1, 8), 1_800  # to December 2028
SECOND_US = 1_000_000
SEED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A receipt with its deadline of 24 counted hours, and an answer with the time counted until then."""

    calendar: str
    received: int
    deadline: int
    answered: int
    counted: int


def world(*, cases: int) -> dict[str, object]:
    """What contenders are told, as JSON holds it: days off and zone of each calendar, and the cases."""
    chance = Random(SEED)
    return {
        "calendars": {code: _told(calendar_named(code=code)) for code in CODES},
        "cases": [asdict(_case(CODES[number % len(CODES)], chance)) for number in range(cases)],
    }


def _told(calendar: Calendar) -> dict[str, object]:
    holidays = sorted(on.isoformat() for on in calendar.definition.holidays)
    return {"zone": calendar.zone, "holidays": holidays}


def _case(code: str, chance: Random) -> Case:
    calendar = calendar_named(code=code)
    received = _instant(calendar, _day(calendar, chance), chance)
    step = SECOND_US if received % SECOND_US == 0 else 1
    answered = received + chance.randrange(0, 6 * DAY_US, step)
    return Case(
        calendar=code,
        received=received,
        deadline=deadline_slowly(calendar, received, DAY_US),
        answered=answered,
        counted=counted_slowly(calendar, received, answered),
    )


def _day(calendar: Calendar, chance: Random) -> date:
    near = chance.choice(["any", "any", "any", "any", "holiday", "clock change"])
    if near == "any":
        return FIRST + timedelta(days=chance.randrange(DAYS))
    days = _near_holidays(calendar) if near == "holiday" else _near_changes(calendar)
    return chance.choice(days or _near_holidays(calendar))


def _instant(calendar: Calendar, on: date, chance: Random) -> int:
    start, end = calendar.day_start(on), calendar.day_end(on)
    kind = chance.choice(["any", "any", "second", "minute", "midnight"])
    if kind == "midnight":
        return start + chance.choice([-1, 0, 1])
    step = {"any": 1, "second": SECOND_US, "minute": MINUTE_US}[kind]
    return chance.randrange(start, end, step)


@cache
def _near_holidays(calendar: Calendar) -> list[date]:
    around = (on + timedelta(days=n) for on in calendar.definition.holidays for n in (-3, -2, -1, 0, 1))
    return sorted({on for on in around if FIRST <= on < FIRST + timedelta(days=DAYS)})


@cache
def _near_changes(calendar: Calendar) -> list[date]:
    zone = ZoneInfo(calendar.zone)
    days = [FIRST + timedelta(days=n) for n in range(DAYS)]
    offsets = [datetime(on.year, on.month, on.day, 12, tzinfo=zone).utcoffset() for on in days]
    changed = [n for n in range(3, DAYS - 1) if offsets[n] != offsets[n - 1]]
    return [days[n + near] for n in changed for near in (-3, -2, -1, 0, 1)]
