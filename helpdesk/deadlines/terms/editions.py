"""The words of calendar versions: what the operator publishes, and what the lists of them show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from helpdesk.deadlines.terms.outages import Foreseen
from helpdesk.workdays.changes import Change
from helpdesk.workdays.holiday import Holiday

MAX_DAYS: Final = 400
"""Days that one version may add or remove: more is another calendar, and a slip of the hand."""

MAX_NAME: Final = 120  # characters of a holiday's name

OURS: Final = 1001
"""The operator's first version of any calendar: the package's own will not grow into these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLine:
    """A calendar in the list. `shipped` is the package's latest version, `base` what it was drawn from.

    `sellers` are established where it counts, `markets` have it as their own; `open` are its open deadlines.
    """

    code: str
    version: int
    base: int
    shipped: int
    last_day: date
    days_left: int
    published: int
    open: int
    sellers: int
    markets: tuple[str, ...] = ()

    @property
    def in_use(self) -> bool:
        """Whether anybody's deadlines are counted by it."""
        return bool(self.open or self.sellers or self.markets)

    @property
    def is_behind(self) -> bool:
        """Whether the package has newer days than those that count."""
        return self.base < self.shipped


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionShown:
    """A version and what it changed beside the one before it; `by` is empty for those of the package."""

    code: str
    version: int
    base: int
    effective_on: date
    first_day: date
    last_day: date
    source: str
    published_at: datetime | None
    by: str
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYear:
    """One year of a version as it counts now. `changed` are days that differ from the package's latest."""

    code: str
    year: int
    version: int
    base: int
    shipped: int
    effective_on: date
    zone: str
    source: str
    first_day: date
    last_day: date
    holidays: Mapping[date, Holiday]
    added: frozenset[date] = frozenset()
    removed: Mapping[date, Holiday] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A calendar that a change would give a new version, with what of the change is new to it."""

    code: str
    version: int
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a change would do, of how many clocks looked at; `is_capped` where there were more.

    `by_calendar` holds those calendars of which any deadline moves.
    """

    targets: tuple[Target, ...]
    total: Foreseen
    by_calendar: Mapping[str, Foreseen]
    looked_at: int
    is_capped: bool
