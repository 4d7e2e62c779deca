"""The due ring and the words beside it."""

from typing import Any

from django import template
from django.template import Context
from django.utils.translation import gettext

from helpdesk.deadlines.terms import DueState, OpenObligation
from helpdesk.portal import dues, explanations

register = template.Library()


@register.simple_tag(takes_context=True)
def due(context: Context, obligation: OpenObligation | None) -> dues.Due | None:
    """How a deadline looks now; the page's context has `now` and the reader's `zone`."""
    if obligation is None:
        return None
    return dues.due(obligation=obligation, now=context["now"], zone=context["zone"])


@register.inclusion_tag("parts/ring.html")
def ring(shown: dues.Due) -> dict[str, Any]:
    """Share of the 24 business hours used; the state is in the drawing's shape, not in its colour alone."""
    return {"state": shown.state, "used": min(shown.used, 100), "label": shown.label}


@register.inclusion_tag("parts/ring.html")
def ring_done() -> dict[str, Any]:
    """Nobody waits."""
    return {"state": DueState.NONE, "used": 0, "label": gettext("No answer due")}


@register.inclusion_tag("parts/strip.html", takes_context=True)
def strip(context: Context, obligation: OpenObligation) -> dict[str, Any]:
    """Which hours counted and which days were skipped, from the question to the deadline."""
    return {"why": explanations.explanation(obligation=obligation, now=context["now"])}
