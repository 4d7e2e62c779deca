"""A reply read while it is written."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from helpdesk.conversations import queries
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.portal import checking, drafts, pages
from helpdesk.portal.hats import Signed


@require_POST
@pages.only(Side.SELLER)
def check(request: Signed, conversation: Ref) -> HttpResponse:
    """What would be found in it, and which questions it leaves open."""
    draft = drafts.written(request=request)
    checked = queries.checked(
        actor=request.actor,
        now=clock.now(),
        conversation=conversation,
        draft=draft.text,
        files=draft.file_ids,
    )
    return checking.answer(checked=checked, text=draft.text, side=Side.SELLER)
