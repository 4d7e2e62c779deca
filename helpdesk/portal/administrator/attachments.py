"""Files of messages at the desk: only while the conversation lies open, with its reason on record."""

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import queries
from helpdesk.portal import deliveries, pages
from helpdesk.portal.hats import Signed


@require_safe
@pages.only(Side.ADMINISTRATOR)
def original(request: Signed, conversation: Ref, file: Ref) -> HttpResponseBase:
    """To keep; without a reading in force, back to the question why."""
    if not _is_open(request, conversation, file):
        return _ask(request, conversation, file)
    return deliveries.original(request, conversation=conversation, file=file)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def picture(request: Signed, conversation: Ref, file: Ref) -> HttpResponseBase:
    """Our copy of a picture."""
    if not _is_open(request, conversation, file):
        return _ask(request, conversation, file)
    return deliveries.picture(request, conversation=conversation, file=file)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def likeness(request: Signed, conversation: Ref, file: Ref) -> HttpResponseBase:
    """The same, small."""
    if not _is_open(request, conversation, file):
        return _ask(request, conversation, file)
    return deliveries.likeness(request, conversation=conversation, file=file)


def _is_open(request: Signed, conversation: Ref, file: Ref) -> bool:
    return queries.may_open_files(actor=request.actor, now=clock.now(), conversation=conversation, file=file)


def _ask(request: Signed, conversation: Ref, file: Ref) -> HttpResponseBase:
    """Where a reason is given: at the appeal that it came with, else at the conversation."""
    appeal = queries.appeal_of_file(actor=request.actor, file=file)
    return (
        redirect("administrator:appeal", appeal) if appeal else redirect("administrator:file", conversation)
    )
