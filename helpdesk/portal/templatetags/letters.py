"""Letters in templates: what they are about, and where they stand."""

from django import template
from django.template import Context
from django.urls import reverse

from helpdesk.kernel.actor import Side
from helpdesk.letters.terms import About, CloseReason, Line
from helpdesk.letters.words import ABOUT, CLOSE_REASONS, CLOSED

register = template.Library()


@register.filter
def letters_about(about: str) -> str:
    """A conversation, an order, or nothing in particular."""
    return str(ABOUT[About(about)])


@register.filter
def closed_because(reason: str) -> str:
    """Why a letter is closed, for the desk."""
    return str(CLOSE_REASONS[CloseReason(reason)])


@register.filter
def closed_kindly(reason: str) -> str:
    """Why a letter is closed, for whoever wrote it."""
    return str(CLOSED[CloseReason(reason)])


@register.simple_tag(takes_context=True)
def letters_page(context: Context, line: Line) -> str:
    """The reader's own page of a correspondence."""
    side = context["request"].actor.side
    if side is Side.ADMINISTRATOR:
        return reverse("administrator:letter", args=[line.correspondence])
    if line.about is About.CONVERSATION:
        return reverse(f"{side}:letters_conversation", args=[line.file])
    if line.about is About.ORDER:
        return reverse(f"{side}:letters_order", args=[line.order])
    return reverse(f"{side}:letters_platform")
