"""Instants, days and prices in templates."""

from datetime import UTC, datetime
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from helpdesk.marketplace.terms.shown import Price
from helpdesk.portal import locales

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
def city(zone: str) -> str:
    """Whose wall clock the page shows."""
    return locales.city(zone=zone)


@register.simple_tag
def price(amount: Price) -> str:
    """Money, as the reader's country writes it."""
    return locales.price(amount=Decimal(amount.amount), currency=amount.currency)


@register.simple_tag
def language_name(code: str) -> str:
    """The name of a language in the reader's language."""
    return locales.language_name(code=code)


def _time(at: datetime, shown: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}", shown)
