"""Citations of law."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from helpdesk.portal import citations

register = template.Library()


@register.simple_tag
def law_cited(article: str, country: str) -> SafeString:
    """Marked with the language of the act, where it is cited in its own."""
    said, language = citations.cited(article=article), citations.language_of(article=article, country=country)
    if language:
        return format_html('<cite lang="{}">{}</cite>', language, said)
    return format_html("<cite>{}</cite>", said)
