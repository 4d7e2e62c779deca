"""Small marks: icons of the sprite, and codes as words."""

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from helpdesk.marketplace.terms.shown import OrderShown
from helpdesk.portal import words

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """A drawing beside words that say the same: hidden from readers of the page."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static("icons.svg"), name
    )


@register.simple_tag
def in_demo() -> bool:
    """Whether the people here are invented: pages then carry the demo's bar."""
    return bool(settings.HELPDESK.demo)


@register.filter
def coded(text: str) -> SafeString:
    """A description with what stands between backticks as code."""
    parts = enumerate(text.split("`"))
    return format_html_join(
        "", "{}", ((format_html("<code>{}</code>", one) if n % 2 else one,) for n, one in parts)
    )


@register.filter
def side_name(side: str) -> str:
    """Who speaks, in the glossary's words."""
    return str(words.SIDES.get(side, side))


@register.filter
def about_name(about: str) -> str:
    """What a thread is about."""
    return str(words.ABOUT.get(about, about))


@register.filter
def titles(order: OrderShown) -> str:
    """What was bought, in one line; the number where nothing is known of it."""
    return "\N{NO-BREAK SPACE}· ".join(line.title for line in order.lines) or order.number
