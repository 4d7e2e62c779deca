"""A buyer's pages: countries, what an offer says of itself, by when an answer comes."""

from django import template

from helpdesk.portal import locales
from helpdesk.portal.buyer import words
from helpdesk.standing.terms.grades import Usually
from helpdesk.standing.words import USUALLY

register = template.Library()


@register.simple_tag
def country_name(code: str) -> str:
    """A country (ISO 3166-1) in the reader's language; an unknown code as it is."""
    return str(locales.locale().territories.get(code, code))


@register.filter
def availability_name(code: str) -> str:
    """How much of it there is on this market."""
    return str(words.AVAILABILITY.get(code, code))


@register.filter
def condition_name(code: str) -> str:
    """New, used, refurbished."""
    return str(words.CONDITIONS.get(code, code))


@register.filter
def giver_name(code: str) -> str:
    """Who gives a guarantee."""
    return str(words.GIVERS.get(code, code))


@register.filter
def usually_says(usually: Usually | None) -> str:
    """How soon a shop usually answers; empty where nothing can be said."""
    return str(USUALLY[usually]) if usually else ""
