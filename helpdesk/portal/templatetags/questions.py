"""What was said of the questions that a message answers."""

from django import template
from django.template import Context

from helpdesk.conversations.terms import Message
from helpdesk.portal.questions import Told

register = template.Library()


@register.simple_tag(takes_context=True)
def told_of(context: Context, message: Message) -> Told | None:
    """Of this message; the page's context has `told_of`."""
    told: Told | None = (context.get("told_of") or {}).get(message.id)
    return told
