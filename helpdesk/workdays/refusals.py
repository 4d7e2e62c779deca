"""What this room refuses, as exceptions that say which value was wrong."""

from datetime import date


class OutsideCalendar(ValueError):
    """The instant or date lies outside the days that the calendar knows, or the deadline would."""


class UnknownCalendar(ValueError):
    """No calendar of this code comes with the package."""


class UnknownZone(ValueError):
    """Not a time zone of the IANA database on this machine."""


class InvalidDefinition(ValueError):
    """A calendar's definition has a weekday, date or range that means nothing."""


class InvalidChange(ValueError):
    """A change of a calendar that means nothing. `code` is stable; `days` are those that it is about."""

    def __init__(self, code: str, message: str, *, days: tuple[date, ...] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.days = days


class InvalidFeed(ValueError):
    """An iCalendar file that proposes nothing. `code` is stable; `skipped` is how many events said no day."""

    def __init__(self, code: str, message: str, *, skipped: int = 0) -> None:
        super().__init__(message)
        self.code = code
        self.skipped = skipped
