"""The way from what a page shows to its entry in the log."""

from django import template
from django.urls import reverse

from helpdesk.conversations.terms import Message, ThreadView
from helpdesk.kernel.ids import Ref

register = template.Library()


@register.simple_tag
def entry_url(thread: ThreadView, message: Message) -> str:
    """Where an administrator sees the message's entry, and its way to the signed root."""
    return reverse("administrator:entry", args=[Ref(thread.conversation.seller_id, message.id)])
