"""A refused text: a reviewer reads it in its thread, and releases it or confirms that it was refused."""

from collections.abc import Callable
from functools import partial

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conversations.words import REFUSED_FOR
from helpdesk.deadlines import queries as clocks
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions, queries
from helpdesk.oversight.terms import Reason
from helpdesk.portal import drafts, pages
from helpdesk.portal.administrator import reviews
from helpdesk.portal.hats import Signed


@require_POST
@pages.only(Side.ADMINISTRATOR)
def open_file(request: Signed, attempt: Ref) -> HttpResponse:
    """The refused text is the reason."""
    return reviews.opened(
        request,
        conversation=queries.attempt_place(actor=request.actor, attempt=attempt),
        reason=Reason.FINDING,
        to="administrator:attempt",
        of=attempt,
    )


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, attempt: Ref) -> HttpResponse:
    """The text and the thread that it was meant for; before that, the way to open them."""
    return _page(request, attempt)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def release(request: Signed, attempt: Ref) -> HttpResponse:
    """It is posted as its author's words."""
    return _settled(request, attempt, actions.release_attempt)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def confirm(request: Signed, attempt: Ref) -> HttpResponse:
    """It stays refused."""
    return _settled(request, attempt, actions.confirm_attempt)


def _settled(request: Signed, attempt: Ref, settle: Callable[..., object]) -> HttpResponse:
    key = drafts.key_of(request.POST)
    decide = partial(settle, actor=request.actor, now=clock.now(), attempt=attempt, key=key)
    return reviews.decided(
        decide, again=lambda said, status: _page(request, attempt, said=said, status=status)
    )


def _page(
    request: Signed, attempt: Ref, *, said: drafts.Said | None = None, status: int = 200
) -> HttpResponse:
    actor, now = request.actor, clock.now()
    place = queries.attempt_place(actor=actor, attempt=attempt)
    reading = queries.reading_in_force(actor=actor, now=now, conversation=place)
    context: dict[str, object] = {"ref": attempt, "key": drafts.fresh().key}
    if reading is None:
        return pages.render(request, "administrator/attempt_closed.html", context)
    shown = queries.refused_text(actor=actor, now=now, attempt=attempt)
    context |= {
        "shown": shown.of,
        "of": shown.of.of,
        "thread": shown.thread,
        "rule": REFUSED_FOR.get(shown.of.of.code, shown.of.of.code),
        "events": clocks.history(actor=actor, seller_id=place.seller_id, chain=place.id),
        "reading": reading,
        "refusal": said,
    }
    return pages.render(request, "administrator/attempt.html", context, status=status)
