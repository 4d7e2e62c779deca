"""One row of the law: what holds, where, for which goods, from when, and which article says so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from helpdesk.workdays.periods import Period
from helpdesk.workdays.periods import Unit as PeriodUnit


class Unit(StrEnum):
    """What a row's value is. Only days, months and years are periods that end with a day."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"
    WORKING_DAYS = "working_days"
    COUNT = "count"
    LETTERS = "letters"
    FLAG = "flag"


PERIODS = frozenset({Unit.DAYS, Unit.MONTHS, Unit.YEARS})


class Counting(StrEnum):
    """How a period ends.

    By Regulation 1182/71; on the next working day by a national rule that knows no minimum of working days
    (Poland's Civil Code, Art. 115); or with its last day, whatever day that is.
    """

    REGULATION = "1182/71"
    LAST_WORKING_DAY = "last-working-day"
    PLAIN = "plain"


class Condition(StrEnum):
    """Of goods, as offers say it. A row without one holds for all of them."""

    NEW = "new"
    USED = "used"
    REFURBISHED = "refurbished"


class Exclusion(NamedTuple):
    """Goods that cannot be sent back freely: the law's own letter, and the code of what it means."""

    letter: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`country` is "EU", ISO 3166-1 or 3166-2. In force on `starts_on`, no longer on `ends_on` (None: open).

    `amount` is in `unit`, 1 for a flag, the number of letters for letters. `consumer`: it protects consumers
    against traders only. `confirmed`: a lawyer has seen it. `note` is a code, or empty.
    """

    key: str
    country: str
    condition: Condition | None = None
    consumer: bool = False
    unit: Unit
    amount: int = 1
    letters: tuple[Exclusion, ...] = ()
    counted: Counting | None = None
    starts_on: date
    ends_on: date | None = None
    article: str
    confirmed: bool
    note: str = ""

    @property
    def id(self) -> str:
        """Stable, for the record: "withdrawal.period/EU/2014-06-13"."""
        parts = (self.key, self.country, self.condition, self.starts_on.isoformat())
        return "/".join(part for part in parts if part)

    def is_in_force(self, on: date) -> bool:
        """Whether it holds on this date."""
        return self.starts_on <= on and (self.ends_on is None or on < self.ends_on)

    def overlaps(self, other: "Row") -> bool:
        """Whether there is a date on which both hold; what they are about is not looked at."""
        first, second = sorted((self, other), key=lambda row: row.starts_on)
        return first.is_in_force(second.starts_on)

    def period(self) -> Period:
        """For `ending.ending`. `ValueError` for a row whose value does not end with a day."""
        if self.unit not in PERIODS:
            raise ValueError(f"{self.id} is no period: {self.unit.value}")
        return Period(
            amount=self.amount,
            unit=PeriodUnit(self.unit.value),
            ends_on_working_day=self.counted is not Counting.PLAIN,
            has_two_working_days=self.counted is Counting.REGULATION,
        )
