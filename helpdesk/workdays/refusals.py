"""What this room refuses, as exceptions that say which value was wrong."""


class OutsideCalendar(ValueError):
    """The instant or date lies outside the days that the calendar knows, or the deadline would."""


class UnknownCalendar(ValueError):
    """No calendar of this code comes with the package."""


class UnknownZone(ValueError):
    """Not a time zone of the IANA database on this machine."""


class InvalidDefinition(ValueError):
    """A calendar's definition has a weekday, date or range that means nothing."""
