"""Erasures, holds and periods in words."""

from django import template
from django.utils.translation import gettext, ngettext

from helpdesk.retention import words
from helpdesk.retention.terms import Denial, Ground, HoldOn, HoldReason, Kept, Scope

register = template.Library()
_YEAR = 12  # months


@register.filter
def ground_name(code: str) -> str:
    """Why something was erased."""
    return str(words.GROUNDS[Ground(code)]) if code in list(Ground) else code


@register.filter
def scope_name(code: str) -> str:
    """What a request asks to erase."""
    return str(words.SCOPES[Scope(code)])


@register.filter
def denial_name(code: str) -> str:
    """Why a request was refused."""
    return str(words.DENIALS[Denial(code)])


@register.filter
def hold_on(code: str) -> str:
    """What a hold covers, by its kind."""
    return str(words.HOLDS_ON[HoldOn(code)])


@register.filter
def hold_reason(code: str) -> str:
    """Why nothing may go."""
    return str(words.HOLD_REASONS[HoldReason(code)])


@register.filter
def kept_name(code: str) -> str:
    """What has a period."""
    return str(words.KEPT[Kept(code)])


@register.filter
def since_name(code: str) -> str:
    """From when a period counts."""
    return str(words.SINCE[Kept(code)])


@register.filter
def months_said(months: int) -> str:
    """Whole years as years, everything else as months."""
    if months % _YEAR == 0:
        years = months // _YEAR
        return ngettext("%(years)d year", "%(years)d years", years) % {"years": years}
    return ngettext("%(months)d month", "%(months)d months", months) % {"months": months}


@register.simple_tag
def market_or_all(code: str, name: str) -> str:
    """A market's name, or what "" means: everywhere."""
    return name if code else gettext("All markets")
