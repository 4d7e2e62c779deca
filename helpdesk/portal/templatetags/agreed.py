"""Agreements in templates."""

from datetime import date

from django import template
from django.template import Context

from helpdesk.agreements.policies import can_take_part
from helpdesk.agreements.terms import Shown, State, What
from helpdesk.kernel.actor import Side
from helpdesk.portal import locales
from helpdesk.portal.agreements import words

register = template.Library()

_OPEN = (State.IN_FORCE, State.LAPSED)


@register.filter
def agreed_name(agreement: Shown) -> str:
    """What it is, in a word or two."""
    return words.name(of=agreement)


@register.filter
def agreed_state(agreement: Shown, side: Side) -> str:
    """Where it stands, for one side."""
    return words.state(of=agreement, reader=side)


@register.filter
def until_day(on: date) -> str:
    """The agreed day in full, as in "Friday 20 November 2026"."""
    return locales.date_only(on=on)


@register.simple_tag(takes_context=True)
def acts_on(context: Context, agreement: Shown) -> set[str]:
    """What this reader may do about it: `yes`, `no`, `back`, `done`, `change`."""
    actor = context["request"].actor
    if not can_take_part(actor):
        return set()
    if agreement.state is State.WAITING:
        mine = agreement.proposed_by is actor.side
        return {"back"} if mine else {"yes", "no"}
    is_open = agreement.what is What.AGREEMENT and agreement.state in _OPEN
    return {"done", "change"} if is_open else set()
