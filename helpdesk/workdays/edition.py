"""The reviewed data file of one calendar: read it, write it. Format: docs/reference/clock.md."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from helpdesk.workdays.build import build
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.definition import Definition
from helpdesk.workdays.holiday import Holiday


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One version of a calendar as reviewed: its days, its zone, where they come from, from when it holds."""

    code: str
    version: int
    effective_on: date
    source: str
    zone: str
    first_day: date
    last_day: date
    holidays: Mapping[date, Holiday]

    @classmethod
    def read(cls, text: str) -> Self:
        """From the text of a data file. The file is ours and reviewed: a broken one raises as it breaks."""
        raw: dict[str, Any] = json.loads(text)
        days = {date.fromisoformat(on): names for on, names in raw["holidays"].items()}
        return cls(
            code=raw["code"],
            version=raw["version"],
            effective_on=date.fromisoformat(raw["effective_on"]),
            source=raw["source"],
            zone=raw["zone"],
            first_day=date.fromisoformat(raw["first_day"]),
            last_day=date.fromisoformat(raw["last_day"]),
            holidays={on: Holiday(on=on, names=names) for on, names in days.items()},
        )

    def write(self) -> str:
        """As the text of a data file, one holiday a line, so that a review reads the difference."""
        head = {
            "code": self.code,
            "version": self.version,
            "effective_on": self.effective_on.isoformat(),
            "source": self.source,
            "zone": self.zone,
            "first_day": self.first_day.isoformat(),
            "last_day": self.last_day.isoformat(),
        }
        lines = [f"  {json.dumps(key)}: {json.dumps(value)}," for key, value in head.items()]
        days = [f'    "{on}": {_names(self.holidays[on])}' for on in sorted(self.holidays)]
        return "\n".join(["{", *lines, '  "holidays": {', ",\n".join(days), "  }", "}"]) + "\n"

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


def _names(holiday: Holiday) -> str:
    return json.dumps(dict(holiday.names), ensure_ascii=False)
