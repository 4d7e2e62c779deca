"""Addresses of webhooks: the same names on both sides that have any."""

from typing import Any

from django import template
from django.urls import reverse

from helpdesk.kernel.ids import Ref

register = template.Library()


@register.simple_tag(takes_context=True)
def webhook_place(context: template.Context, name: str, *refs: Ref) -> str:
    """The address of this name on the reader's side."""
    space: Any = context["space"]
    return reverse(f"{space}:{name}", args=refs)
