"""Roles and hats in words."""

from datetime import datetime

from django import template
from django.conf import settings
from django.http import HttpRequest

from helpdesk.accounts.words import MAY, ROLES, SCOPES
from helpdesk.portal import locales, words

register = template.Library()


@register.filter
def role_name(role: str) -> str:
    """A role by its name."""
    return str(ROLES.get(role, role))


@register.filter
def role_may(role: str) -> str:
    """What it is for, in a few words."""
    return str(MAY.get(role, ""))


@register.filter
def scope_name(scope: str) -> str:
    """What a key may do, in a few words."""
    return str(SCOPES.get(scope, scope))


@register.filter
def as_number(digits: str) -> int:
    """A choice of days as a number, for its plural."""
    return int(digits)


@register.filter
def on_day(at: datetime) -> str:
    """A day on the operator's wall clock: a passkey is of no shop and no market."""
    return locales.day(at=at, zone=settings.HELPDESK.time_zone)


@register.filter
def hat_words(hat: object) -> str:
    """The roles of a choice; a buyer's is said by its side already."""
    roles = [str(ROLES.get(role, role)) for role in getattr(hat, "roles", ()) if role != "buyer"]
    return ", ".join(roles)


@register.filter
def hat_line(hat: object) -> str:
    """Side or shop, and the roles."""
    side = str(words.SIDES.get(getattr(hat, "side", ""), ""))
    parts = [getattr(hat, "shop", "") or side, hat_words(hat)]
    return " · ".join(part for part in parts if part)


@register.filter
def acting_words(request: HttpRequest) -> str:
    """Under the name in the header: side or role, and the shop."""
    for hat in getattr(request, "hats", ()):
        if hat.now:
            return hat_line(hat)
    actor = getattr(request, "actor", None)
    return str(words.SIDES.get(actor.side, "")) if actor else ""
