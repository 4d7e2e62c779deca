"""Cases beside other things of a shop's: how many wait, and the next step of those of a thread."""

from collections.abc import Sequence

from django import template
from django.db import Error
from django.template import Context

from helpdesk.cases.queries import number_waiting
from helpdesk.kernel.refusal import Busy
from helpdesk.portal.cases.views import CaseView
from helpdesk.portal.seller.cases import Row, press_of

register = template.Library()


@register.simple_tag(takes_context=True)
def cases_waiting(context: Context) -> int:
    """Open cases in which it is the shop's turn. One SQL statement; none on error pages."""
    if "error" in context:
        return 0
    try:
        return number_waiting(actor=context["request"].actor)
    except (Busy, Error):  # the page matters more than its count
        return 0


@register.simple_tag
def standing_cases(cases: Sequence[CaseView], may_write: bool) -> list[Row]:
    """Each with its next step, where one press is enough."""
    return [Row(view=one, press=press_of(one.case) if may_write else None) for one in cases or ()]
