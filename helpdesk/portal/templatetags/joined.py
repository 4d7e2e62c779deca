"""Style sheets and scripts of a page, by the name of their set."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from helpdesk.portal.joined import sending

register = template.Library()


@register.simple_tag
def style(name: str) -> SafeString:
    """The style sheets of that set."""
    return format_html('<link rel="stylesheet" href="{}">', sending.address(kind="css", name=name))


@register.simple_tag
def script(name: str) -> SafeString:
    """The scripts of that set."""
    return format_html('<script type="module" src="{}"></script>', sending.address(kind="js", name=name))


@register.simple_tag
def script_address(name: str) -> str:
    """Where the scripts of that set lie, for a script that fetches them when they are needed."""
    return sending.address(kind="js", name=name)


@register.simple_tag(takes_context=True)
def side(context: dict[str, Any]) -> str:
    """Whose page this is: the name of the sets that each of their pages has."""
    actor = getattr(context.get("request"), "actor", None)
    return actor.side if actor else "stranger"
