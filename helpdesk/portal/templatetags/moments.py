"""Instants, days and prices in templates."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from helpdesk.marketplace.terms.shown import Price
from helpdesk.portal import locales
from helpdesk.portal.years import holiday_name, short_day
from helpdesk.workdays.holiday import Holiday

register = template.Library()


@register.simple_tag
def moment(at: datetime, zone: str) -> SafeString:
    """An instant for people, and for machines in UTC."""
    return _time(at, locales.moment(at=at, zone=zone))


@register.simple_tag
def day(at: datetime, zone: str) -> SafeString:
    """The local date of an instant."""
    return _time(at, locales.day(at=at, zone=zone))


@register.simple_tag
def date_only(on: date) -> str:
    """A date without an instant, as carriers promise it."""
    return locales.date_only(on=on)


@register.simple_tag
def near_day(on: date) -> str:
    """As in "Fri 20 Nov"."""
    return locales.near_day(on=on)


@register.simple_tag
def holiday(day: Holiday) -> SafeString:
    """As in "Fri 25 Dec 2026 · Christmas Day", in the reader's language where the calendar has it."""
    return format_html("{} · <bdi>{}</bdi>", short_day(on=day.on), holiday_name(holiday=day))


@register.simple_tag
def month_only(on: date) -> str:
    """As in "Nov 2026"."""
    return locales.month_only(on=on)


@register.simple_tag
def hour(at: datetime, zone: str) -> SafeString:
    """The time of day alone, where the day stands above it; the tip says it in full."""
    local = at.astimezone(ZoneInfo(zone))
    full = locales.moment(at=at, zone=zone)
    return format_html('<time datetime="{}" title="{}">{}</time>', _iso(at), full, f"{local:%H:%M}")


@register.simple_tag
def day_of_week(at: datetime, zone: str) -> str:
    """The local date in full, as in "Friday 20 November 2026": a rule between a record's days."""
    return locales.day_of_week(at=at, zone=zone)


@register.simple_tag
def city(zone: str) -> str:
    """Whose wall clock the page shows."""
    return locales.city(zone=zone)


@register.simple_tag
def price(amount: Price) -> str:
    """Money, as the reader's country writes it."""
    return locales.price(amount=Decimal(amount.amount), currency=amount.currency)


@register.simple_tag
def country_name(code: str) -> str:
    """The name of a country in the reader's language."""
    return locales.country_name(code=code)


@register.simple_tag
def language_name(code: str) -> str:
    """The name of a language in the reader's language."""
    return locales.language_name(code=code)


def _time(at: datetime, shown: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', _iso(at), shown)


def _iso(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
