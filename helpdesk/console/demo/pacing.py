"""When things were asked and answered, counted back from now, so that no lane and no state is ever empty.

Amounts are counted hours of the seller's calendar: the demo looks the same on a Sunday and after a holiday.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from helpdesk.kernel import clock
from helpdesk.workdays.calendar import DAY_US, Calendar
from helpdesk.workdays.localdays import date_of, day_number, local_date, zone_named

_HOUR_US = DAY_US // 24
_WINDOW = timedelta(days=40)  # longer than any run of closed days and the longest question's age
_RECENT_DAYS = 14  # a holiday so long ago is still told about
_EVE = timedelta(hours=6)  # before a holiday begins: the evening on which somebody still asks
_OVERRUN = 2.3  # counted hours

# Questions that are open, and then those that are answered; the two rows take turns.
_OPEN = (25.4, 2.2, 13.5, 20.6, 31.0, 21.9, 7.0, 0.4, 17.5, 27.8, 4.6, 11.2, 9.3)
_ANSWERED = (
    (9.0, 2.5),
    (70.0, 38.0),
    (33.0, 30.0),
    (64.0, 61.0),
    (41.0, 33.5),
    (27.0, 11.0),
    (96.0, 75.0),
    (118.0, 116.0),
    (88.0, 60.5),
    (140.0, 127.0),
    (52.0, 45.0),
    (160.0, 152.0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """When a conversation begins, and when its first answer comes (None: not yet)."""

    asked: datetime
    answered: datetime | None = None


def slots(*, calendar: Calendar, now: datetime, count: int, spread: int = 0) -> list[Slot]:
    """So many, the most needed first; `spread` (seconds) tells the shops' minutes apart."""
    first = [_later(calendar, now), _due(calendar, now), *_over_holiday(calendar, now)]
    rest = _cycle(calendar, now, timedelta(seconds=spread))
    wanted = [slot for slot in first if slot is not None]
    return [*wanted, *(next(rest) for _ in range(count - len(wanted)))][:count]


def _cycle(calendar: Calendar, now: datetime, spread: timedelta) -> Iterator[Slot]:
    """Open and answered ones in turn; once the open ones are used up, answered ones, older each time."""
    for place in range(200):
        minutes = spread + timedelta(minutes=7 * place % 23)
        if place < len(_OPEN):
            yield Slot(asked=ago(calendar, _OPEN[place], now) - minutes)
        asked, answered = _ANSWERED[place % len(_ANSWERED)]
        older = 18.0 * (place // len(_ANSWERED))
        yield Slot(
            asked=ago(calendar, asked + older, now) - minutes,
            answered=ago(calendar, answered + older, now) - minutes,
        )


def _due(calendar: Calendar, now: datetime) -> Slot:
    """Due in the middle of what is left of today, or of the next business day when today is none."""
    at = clock.to_us(now)
    left = calendar.counted(start=at, end=calendar.day_end(_due_day(calendar, at)))
    return Slot(asked=ago(calendar, (DAY_US - left / 2) / _HOUR_US, now))


def _later(calendar: Calendar, now: datetime) -> Slot | None:
    """Asked since today began, so that it is due tomorrow; on a closed day nothing can be due so late."""
    at = clock.to_us(now)
    gone = calendar.counted(start=calendar.day_start(_due_day(calendar, at)), end=at)
    return Slot(asked=ago(calendar, gone / 2 / _HOUR_US, now)) if gone else None


def _due_day(calendar: Calendar, at: int) -> date:
    return calendar.next_business_day(local_date(at=at, zone=zone_named(calendar.zone)))


def _over_holiday(calendar: Calendar, now: datetime) -> Iterator[Slot]:
    """Asked on the eve of the latest holiday: one answered in time thanks to it, one too late even so."""
    eve = _eve(calendar, now)
    if eve is None:
        return
    deadline = calendar.deadline(received=clock.to_us(eve))
    late = _counted_on(calendar, deadline, int(_OVERRUN * _HOUR_US))
    for minutes, end in ((0, deadline - 3 * _HOUR_US), (11, late)):
        answered = clock.from_us(end)
        yield Slot(asked=eve - timedelta(minutes=minutes), answered=answered if answered < now else None)


def _eve(calendar: Calendar, now: datetime) -> datetime | None:
    """The evening of the last business day before the latest holiday on a weekday."""
    today = local_date(at=clock.to_us(now), zone=zone_named(calendar.zone))
    for back in range(_RECENT_DAYS + 1):
        day = date_of(day_number(today) - back)
        before = date_of(day_number(day) - 1)
        if day.weekday() < 5 and calendar.holiday_on(day) and calendar.is_business_day(before):
            return clock.from_us(calendar.day_start(day)) - _EVE
    return None


def _counted_on(calendar: Calendar, start: int, amount: int) -> int:
    """The instant at which so much has been counted since `start`."""
    return calendar.deadline(received=start, budget=amount)


def ago(calendar: Calendar, hours: float, now: datetime) -> datetime:
    """The latest instant from which so many counted hours lead to now."""
    end, wanted = clock.to_us(now), int(hours * _HOUR_US)
    instants = range(clock.to_us(now - _WINDOW), end)
    found = bisect_right(instants, -wanted, key=lambda at: -calendar.counted(start=at, end=end))
    return clock.from_us(instants[found - 1])


def at(*, calendar: Calendar, base: datetime, hours: float) -> datetime:
    """So many counted hours after `base`, or before it where they are negative."""
    if hours < 0:
        return ago(calendar, -hours, base)
    return clock.from_us(_counted_on(calendar, clock.to_us(base), int(hours * _HOUR_US)))


def morning(*, calendar: Calendar, now: datetime, days: int, at: time) -> datetime:
    """This time of the wall on the latest business day that is at least so many days ago."""
    zone = zone_named(calendar.zone)
    number = day_number(local_date(at=clock.to_us(now), zone=zone)) - days
    while not calendar.is_business_day(date_of(number)):
        number -= 1
    return datetime.combine(date_of(number), at, zone).astimezone(UTC)


def turns(*, turns: str, opening: int, slot: Slot, now: datetime) -> Sequence[datetime]:
    """When each turn is said: the buyer's chase-ups before the first answer, the rest after it.

    Fewer instants than turns where the slot has no answer yet.
    """
    until = slot.answered or now
    chased = [slot.asked + (until - slot.asked) * place * 0.45 for place in range(opening)]
    if slot.answered is None:
        return chased
    rest = len(turns) - opening - 1
    step = min(timedelta(hours=3), (now - slot.answered) / (rest + 2))
    return [*chased, *(slot.answered + step * place for place in range(rest + 1))]
