"""Dates, numbers and names of things in the reader's locale, which follows the active translation."""

import re
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, get_timezone_location
from babel.numbers import format_currency
from django.utils.translation import get_language

_CODE_BEFORE = re.compile(r"(?<=[A-Z]{3})(?=\d)")
_EUROPEAN = {"en": "en_GB"}  # English reads as in Europe: 24 hours, the day before the month


def locale() -> Locale:
    """The reader's locale."""
    language = (get_language() or "en")[:2]
    return Locale.parse(_EUROPEAN.get(language, language))


def moment(*, at: datetime, zone: str) -> str:
    """As in "Fri 20 Nov 2026, 14:20" on the wall clock of `zone` (IANA): a record is read years later."""
    local = at.astimezone(ZoneInfo(zone))
    day = format_skeleton("yMMMEd", local, locale=locale())
    return f"{day}, {local:%H:%M}"


def day(*, at: datetime, zone: str) -> str:
    """As in "20 Nov 2026"."""
    return format_skeleton("yMMMd", at.astimezone(ZoneInfo(zone)), locale=locale())


def date_only(*, on: date) -> str:
    """As in "20 Nov 2026", of a date that has no zone."""
    return format_skeleton("yMMMd", on, locale=locale())


def near_day(*, on: date) -> str:
    """As in "Fri 20 Nov", of a date that is not far."""
    return format_skeleton("MMMEd", on, locale=locale())


def month_only(*, on: date) -> str:
    """As in "Nov 2026"."""
    return format_skeleton("yMMM", on, locale=locale())


def day_of_week(*, at: datetime, zone: str) -> str:
    """As in "Friday 20 November 2026"."""
    return format_date(at.astimezone(ZoneInfo(zone)), "full", locale=locale())


def city(*, zone: str) -> str:
    """A zone (IANA) by its city, as in "Warsaw"; UTC is itself."""
    return zone if zone == "UTC" else get_timezone_location(zone, locale=locale(), return_city=True)


def price(*, amount: Decimal, currency: str) -> str:
    """An amount in its ISO 4217 currency, as the reader's country writes it."""
    written = format_currency(amount, currency, locale=locale())
    return _CODE_BEFORE.sub("\u00a0", written)  # Babel leaves out what CLDR asks for: PLN 54.90


def currency_name(*, code: str) -> str:
    """A currency (ISO 4217) by its name, as in "Polish zloty"; an unknown code as it is."""
    return str(locale().currencies.get(code, code))


def country_name(*, code: str) -> str:
    """A country (ISO 3166-1) by its name in the reader's language; an unknown code as it is."""
    return str(locale().territories.get(code.upper(), code))


def language_name(*, code: str) -> str:
    """A language (BCP 47) by its name in the reader's language; an unknown code as it is."""
    try:
        name = Locale.parse(code, sep="-").get_language_name(locale())
    except (ValueError, UnknownLocaleError):
        name = None
    return name or code
