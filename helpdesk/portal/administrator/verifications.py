"""Is the record of one file whole?"""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import queries
from helpdesk.portal import pages
from helpdesk.portal.administrator import files
from helpdesk.portal.administrator.verified import verified
from helpdesk.portal.hats import Signed


@require_POST
@pages.only(Side.ADMINISTRATOR)
def verify(request: Signed, conversation: Ref) -> HttpResponse:
    """Check it now, and show the verdict beside the file."""
    now = clock.now()
    if queries.reading_in_force(actor=request.actor, now=now, conversation=conversation) is None:
        return redirect("administrator:file", conversation)
    return files.page(
        request, conversation, verified=verified(actor=request.actor, conversation=conversation)
    )
