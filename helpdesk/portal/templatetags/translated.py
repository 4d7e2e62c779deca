"""Which messages are put into another language on a page, and which could be."""

from django import template
from django.template import Context

from helpdesk.conversations.terms import Message
from helpdesk.translations.terms import Translation

register = template.Library()


@register.simple_tag(takes_context=True)
def translation_of(context: Context, message: Message) -> Translation | None:
    """Of this message; the page's context has `translations`."""
    made: Translation | None = (context.get("translations") or {}).get(message.id)
    return made


@register.simple_tag(takes_context=True)
def may_translate(context: Context, message: Message) -> bool:
    """Whether somebody translates, and this message is in a language other than the reader's."""
    known = context.get("translations") is not None and message.text is not None
    return known and message.language != context["request"].actor.language


@register.simple_tag(takes_context=True)
def untranslated(context: Context) -> int:
    """How many messages of the page could be put into the reader's language and are not."""
    made = context.get("translations") or {}
    messages = context["thread"].messages
    return sum(may_translate(context, one) and one.id not in made for one in messages)
