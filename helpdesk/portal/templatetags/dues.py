"""The due ring and the words beside it."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django import template
from django.template import Context
from django.utils.translation import gettext

from helpdesk.conversations.terms import ThreadView
from helpdesk.deadlines.terms import DueState, OpenObligation
from helpdesk.portal import dues, explanations, instants
from helpdesk.portal import timeline as timelines
from helpdesk.portal.lines import Reader
from helpdesk.portal.timeline import Entry

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


@register.simple_tag(takes_context=True)
def timeline(context: Context, thread: ThreadView) -> list[Entry]:
    """The record of a thread: its messages, and between them what the page's `events` did to its clocks."""
    actor = context["request"].actor
    reader = Reader(side=actor.side, zone=context["zone"])
    return timelines.timeline(
        thread=thread,
        events=context.get("events") or (),
        reader=reader,
        reviews=context.get("reviews") or (),
        notes=context.get("notes") or (),
        agreements=context.get("agreements") or (),
        rows=context.get("case_rows") or (),
        contacts=context.get("contacts") or (),
        news=context.get("order_news") or (),
        joined=beside.joined if (beside := context.get("beside")) else (),
    )


@register.simple_tag
def wall(at: datetime, zone: str) -> str:
    """An instant inside a sentence, never at 00:00."""
    return instants.on_wall(at=at, zone=zone)


@register.simple_tag
def new_key() -> str:
    """The idempotency key of one form."""
    return str(uuid4())


@register.inclusion_tag("parts/strip.html", takes_context=True)
def strip(context: Context, obligation: OpenObligation) -> dict[str, Any]:
    """Which hours counted and which days were skipped, from the question to the deadline."""
    now, zone = context["now"], context["zone"]
    thread = context.get("thread")
    country = thread.seller_country if isinstance(thread, ThreadView) else None
    return {"why": explanations.explanation(obligation=obligation, now=now, zone=zone, country=country)}
