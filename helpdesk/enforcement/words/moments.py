"""Instants as a statement says them: in full, on the Seller's wall clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_skeleton, get_timezone_location
from babel.numbers import format_decimal, format_percent
from django.utils.translation import get_language

_EUROPEAN = {"en": "en_GB"}  # English reads as in Europe: 24 hours, the day before the month
_MILLI = 1000


def locale() -> Locale:
    """That of the active translation."""
    language = (get_language() or "en")[:2]
    return Locale.parse(_EUROPEAN.get(language, language))


def moment(*, at: datetime, zone: str) -> str:
    """As in "20 Nov 2026, 14:20 (Warsaw)"."""
    local = at.astimezone(ZoneInfo(zone))
    place = "UTC" if zone == "UTC" else get_timezone_location(zone, locale=locale(), return_city=True)
    return f"{format_skeleton('yMMMd', local, locale=locale())}, {local:%H:%M} ({place})"


def day(*, at: datetime, zone: str) -> str:
    """As in "20 Nov 2026"."""
    return str(format_skeleton("yMMMd", at.astimezone(ZoneInfo(zone)), locale=locale()))


def points(milli: int, /) -> str:
    """Thousandths of a point, as in "2.98"; what is left of a point is never rounded up."""
    return str(format_decimal(milli // 10 / 100, format="#,##0.##", locale=locale()))


def whole(milli: int, /) -> str:
    """Thousandths, rounded, without decimals."""
    return str(format_decimal(round(milli / _MILLI), locale=locale()))


def percent(milli: int, /) -> str:
    """Thousandths, as in "78.4%"."""
    return str(format_percent(milli / _MILLI, format="#,##0.#%" if _tight() else None, locale=locale()))


def _tight() -> bool:
    """Where the sign stands right beside the number."""
    return str(locale()).startswith(("en", "pl", "it"))
