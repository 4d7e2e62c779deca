"""The buyer mutes what they need not be told of, about an order or in a conversation."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from helpdesk.conversations import actions
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from helpdesk.portal import pages
from helpdesk.portal.hats import Signed


@require_POST
@pages.only(Side.BUYER)
def of_order(request: Signed, order: Ref) -> HttpResponse:
    """From the order's own page, whether or not anybody has written."""
    actions.mute_order(actor=request.actor, now=clock.now(), order=order, muted=_muted(request))
    return redirect("buyer:order", order)


@require_POST
@pages.only(Side.BUYER)
def of_conversation(request: Signed, conversation: Ref) -> HttpResponse:
    """From the conversation."""
    actions.mute(actor=request.actor, now=clock.now(), conversation=conversation, muted=_muted(request))
    return redirect("buyer:conversation", conversation)


def _muted(request: Signed) -> bool:
    said = request.POST.get("muted", "")
    if said not in ("yes", "no"):
        raise Invalid("form.damaged", field="muted")
    return said == "yes"
