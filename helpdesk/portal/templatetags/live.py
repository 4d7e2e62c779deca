"""Where a page finds its stream, and since when it stands."""

from django import template
from django.template import Context

from helpdesk.kernel import clock
from helpdesk.portal.live.addresses import stream_address

register = template.Library()


@register.simple_tag(takes_context=True)
def live_from(context: Context) -> str:
    """The stream's address, which tells what the page, read at `now`, does not show; empty: none."""
    address, read_at = stream_address(request=context["request"]), context.get("now") or clock.now()
    return f"{address}?since={clock.to_us(read_at)}" if address else ""
