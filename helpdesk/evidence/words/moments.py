"""Instants and sizes as a printed record says them: in full, since it is read years later."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, get_timezone_location
from babel.numbers import format_decimal
from django.utils.translation import get_language, gettext

_EUROPEAN = {"en": "en_GB"}  # English reads as in Europe: 24 hours, the day before the month
_MINUTE_US = 60_000_000


def locale() -> Locale:
    """That of the active translation."""
    language = (get_language() or "en")[:2]
    return Locale.parse(_EUROPEAN.get(language, language))


def local(*, us: int, zone: str) -> datetime:
    """Microseconds since 1970 UTC on the wall clock of `zone` (IANA)."""
    return datetime.fromtimestamp(us // 1_000_000, ZoneInfo(zone))


def moment(*, us: int, zone: str) -> str:
    """As in "Fri 20 Nov 2026, 14:20"."""
    at = local(us=us, zone=zone)
    return f"{format_skeleton('yMMMEd', at, locale=locale())}, {at:%H:%M}"


def day(*, us: int, zone: str) -> str:
    """As in "Friday 20 November 2026"."""
    return str(format_date(local(us=us, zone=zone), "full", locale=locale()))


def second(*, us: int, zone: str) -> str:
    """As in "14:20:07"."""
    return f"{local(us=us, zone=zone):%H:%M:%S}"


def city(*, zone: str) -> str:
    """A zone by its city, as in "Warsaw"."""
    return zone if zone == "UTC" else str(get_timezone_location(zone, locale=locale(), return_city=True))


def number(value: int, /) -> str:
    """With the thousands apart."""
    return str(format_decimal(value, locale=locale()))


def duration(*, us: int) -> str:
    """Counted time, as in "3 h 07"."""
    hours, minutes = divmod(us // _MINUTE_US, 60)
    # Translators: counted time, as in "3 h 07 min"
    return gettext("%(hours)s h %(minutes)02d min") % {"hours": hours, "minutes": minutes}


def size(*, count: int) -> str:
    """Bytes as people read them, as in "1.4 MB"."""
    for unit, step in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= step:
            return f"{format_decimal(count / step, format='#,##0.0', locale=locale())}\u00a0{unit}"
    return f"{count}\u00a0B"


def country(*, code: str) -> str:
    """A market by the name of its country, where its code is one, as in "Germany (DE)"."""
    name = locale().territories.get(code.upper())
    return f"{name} ({code.upper()})" if name else code
