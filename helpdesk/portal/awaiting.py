"""The files of one message, for a page that waits for them to be checked."""

from uuid import UUID

from django.http import HttpResponse

from helpdesk.attachments import queries
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.portal import pages
from helpdesk.portal.hats import Signed


def files(request: Signed, *, conversation: Ref, message: UUID) -> HttpResponse:
    """As they stand below their message now. One SQL statement. Raises NotFound where none are to be seen."""
    found = queries.files_of(actor=request.actor, entries=[Ref(conversation.seller_id, message)]).get(message)
    if not found:
        raise NotFound("file.not_found")
    told = {"id": message, "files": found, "side": found[0].side}
    context = {"message": told, "thread": {"conversation": conversation}}
    return pages.render(request, "parts/files.html", context)
