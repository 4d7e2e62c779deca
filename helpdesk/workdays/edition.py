"""One version of a calendar as reviewed: the days off by law of a country, or of a part of one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from helpdesk.workdays.build import build
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.definition import Definition
from helpdesk.workdays.holiday import Holiday


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Its days, its zone, where they come from, and from when it holds; both days inclusive.

    `earlier` are the versions before this one that its file keeps, from the first on, each without its own.
    """

    code: str
    version: int
    effective_on: date
    source: str
    zone: str
    first_day: date
    last_day: date
    holidays: Mapping[date, Holiday]
    earlier: tuple[Self, ...] = ()

    @property
    def versions(self) -> tuple[Self, ...]:
        """All that are kept, this one last."""
        return *self.earlier, replace(self, earlier=())

    def calendar(self, *, zone: str | None = None) -> Calendar:
        """Its table, on the wall clock of its own zone or of another (a Spanish seller on the Canaries)."""
        return build(
            definition=Definition(holidays=self.holidays),
            zone=zone or self.zone,
            first_day=self.first_day,
            last_day=self.last_day,
            code=self.code,
            version=self.version,
        )
