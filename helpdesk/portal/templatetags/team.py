"""How a thread is worked on, beside its row."""

from django import template
from django.template import Context

from helpdesk.kernel.ids import Ref
from helpdesk.teamwork.terms import NO_MARKS, Marks

register = template.Library()


@register.simple_tag(takes_context=True)
def marks_on(context: Context, conversation: Ref) -> Marks:
    """Of a thread in the page's lists."""
    left = context.get("left")
    return left.marks_on(conversation=conversation) if left else NO_MARKS
