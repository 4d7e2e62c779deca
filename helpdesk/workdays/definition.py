"""Which local dates are business days: weekdays, minus holidays, plus days that are open all the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.refusals import InvalidDefinition

MONDAY_TO_FRIDAY = frozenset(range(5))


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """`weekdays` count Monday as 0; `workdays` are open even on a weekend or a holiday."""

    weekdays: frozenset[int] = MONDAY_TO_FRIDAY
    holidays: Mapping[date, Holiday] = field(default_factory=dict)
    workdays: frozenset[date] = frozenset()

    @classmethod
    def parse(
        cls, *, weekdays: Iterable[int], holidays: Iterable[str] = (), workdays: Iterable[str] = ()
    ) -> Self:
        """From plain values, dates as "2026-12-25". `InvalidDefinition` names a value that means nothing."""
        closed = [_date(text) for text in holidays]
        return cls(
            weekdays=frozenset(_weekday(number) for number in weekdays),
            holidays={on: Holiday(on=on) for on in closed},
            workdays=frozenset(_date(text) for text in workdays),
        )

    def is_open(self, on: date) -> bool:
        """Whether time counts on this local date."""
        return on in self.workdays or (on.weekday() in self.weekdays and on not in self.holidays)


def _weekday(number: object) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= 6:
        raise InvalidDefinition(f"a weekday is 0 (Monday) to 6 (Sunday), not {number!r}")
    return number


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise InvalidDefinition(f"not a date like 2026-12-25: {text!r}") from error
