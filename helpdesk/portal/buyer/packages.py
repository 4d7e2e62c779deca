"""The Buyer's own conversation as an evidence package."""

from django.http import HttpResponseBase
from django.views.decorators.http import require_POST, require_safe

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.portal import evidence, pages
from helpdesk.portal.hats import Signed


@require_safe
@pages.only(Side.BUYER)
def ask(request: Signed, conversation: Ref) -> HttpResponseBase:
    """What is it to show?"""
    return evidence.asked(request=request, conversation=conversation)


@require_POST
@pages.only(Side.BUYER)
def take(request: Signed, conversation: Ref) -> HttpResponseBase:
    """The download."""
    return evidence.taken(request=request, conversation=conversation)
