"""Numbers, versions, spans of time and agents, as the reader's language says them."""

from datetime import datetime

from babel.dates import format_timedelta
from babel.numbers import format_decimal
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from helpdesk.deadlines import words
from helpdesk.oversight.terms import Verified
from helpdesk.portal import locales

register = template.Library()


@register.filter
def number(amount: int) -> str:
    """With the separators of the reader's locale."""
    return str(format_decimal(amount, locale=locales.locale()))


@register.filter
def calendar_version(version: int) -> str:
    """As in "version 1 of the Platform"."""
    return words.calendar_version(version=version)


@register.simple_tag
def ago(at: datetime, now: datetime) -> SafeString:
    """As in "3 minutes ago", with the instant itself for machines."""
    said = format_timedelta(at - now, add_direction=True, locale=locales.locale(), threshold=0.95)
    return format_html('<time datetime="{}">{}</time>', f"{at:%Y-%m-%dT%H:%M:%SZ}", said)


@register.simple_tag
def by(name: str) -> SafeString:
    """Who did it: a person, or the command line, which has no name."""
    return format_html("<bdi>{}</bdi>", name or gettext("command line"))


@register.simple_tag
def looked_by(verified: Verified) -> SafeString:
    """Who verified the record: as `by`, or the worker, which looks once a day though nobody asked."""
    return format_html("{}", gettext("by itself, daily")) if verified.is_daily else by(verified.by)
