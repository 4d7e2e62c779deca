"""Reports in templates: what a message may be warned of, and the words for what was reported and decided."""

from django import template
from django.template import Context

from helpdesk.conversations.terms import Message
from helpdesk.kernel.ids import Ref
from helpdesk.reports import words
from helpdesk.reports.queries import Outside
from helpdesk.reports.terms import OTHER_SIDE, About, Channel, Found, Line, Outcome, What

register = template.Library()


@register.simple_tag(takes_context=True)
def may_report(context: Context, message: Message) -> bool:
    """Whether it is the other side's, on a page that has not shown its report yet."""
    if "reported" not in context:
        return False
    side = context["request"].actor.side
    return OTHER_SIDE.get(side) is message.side and message.id not in context["reported"]


@register.simple_tag(takes_context=True)
def leads_outside(context: Context, message: Message) -> Outside | None:
    """What its reader is warned of."""
    found: Outside | None = (context.get("outside") or {}).get(message.id)
    return found


@register.simple_tag(takes_context=True)
def own_report(context: Context, message: Message) -> Ref | None:
    """The reader's own report of it."""
    found: Ref | None = (context.get("reported") or {}).get(message.id)
    return found


@register.filter
def outside_said(what: What) -> str:
    """Why one is warned."""
    return str(words.OUTSIDE[what])


@register.filter
def what_said(line: Line) -> str:
    """As the side that reported says it."""
    return str(words.WHATS[line.side][line.what])


@register.filter
def what_name(what: What) -> str:
    """What was reported, for the desk."""
    return str(words.NAMES[what])


@register.filter
def channel_name(channel: Channel) -> str:
    """Where it happened."""
    return str(words.CHANNELS[channel])


@register.filter
def about_said(about: About) -> str:
    """A message, a conversation or an order."""
    return str(words.ABOUT[about])


@register.filter
def outcome_name(outcome: Outcome) -> str:
    """In a word, for the desk."""
    return str(words.OUTCOMES[outcome])


@register.filter
def outcome_told(outcome: Outcome) -> str:
    """In a sentence, for whoever reported."""
    return str(words.TOLD[outcome])


@register.filter
def found_name(found: Found) -> str:
    """What a founded one counts as."""
    return str(words.FOUND[found])
