"""The count beside the bell."""

from django import template
from django.db import Error
from django.template import Context

from helpdesk.kernel.refusal import Busy
from helpdesk.notifications import queries
from helpdesk.notifications.terms import KINDS_OF, MOST_UNREAD

register = template.Library()


@register.simple_tag(takes_context=True)
def unread(context: Context) -> int | None:
    """How many notices call for the reader: one SQL statement, none where an opened thread counted already.

    None for strangers, and on error pages: those ask the database nothing.
    """
    request = context.get("request")
    actor = getattr(request, "actor", None)
    if actor is None or actor.side not in KINDS_OF or "error" in context:
        return None
    known: int | None = getattr(request, "unread", None)
    try:
        return known if known is not None else queries.unread_count(actor=actor)
    except (Busy, Error):  # the page matters more than its bell
        return None


@register.filter
def most(count: int) -> str:
    """As in "7", or "99+"."""
    return str(count) if count < MOST_UNREAD else f"{MOST_UNREAD - 1}+"


@register.filter
def bell_page(side: str) -> str:
    """The name of a side's list."""
    return f"{side}:notices"
