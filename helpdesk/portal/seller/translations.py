"""Translations of messages in a thread of the seller's."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.portal import pages, translations
from helpdesk.portal.hats import Signed


@require_POST
@pages.only(Side.SELLER)
def ask(request: Signed, conversation: Ref) -> HttpResponse:
    """One message, or the latest of the thread."""
    return translations.ask(request, conversation=conversation)


@require_safe
@pages.only(Side.SELLER)
def of_message(request: Signed, conversation: Ref, message: UUID) -> HttpResponse:
    """As it stands below its message now."""
    return translations.of_message(request, conversation=conversation, message=message)
