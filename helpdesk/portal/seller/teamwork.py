"""How a shop's people share a thread: the forms above its record."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from helpdesk.composing import actions as composing
from helpdesk.conversations import queries as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, Refusal
from helpdesk.portal import drafts, pages, threads
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed
from helpdesk.portal.seller import desk, strip, views
from helpdesk.teamwork import actions

_MORNING = time(8)  # of the day on which a thread comes back: before a shop opens


@require_POST
@pages.only(Side.SELLER)
def note(request: Signed, conversation: Ref) -> HttpResponse:
    """Leave the others a note; a refusal keeps it in the box."""
    text = request.POST.get("note", "").replace("\r\n", "\n")

    def deed() -> None:
        key = drafts.key_of(request.POST)
        actions.add_note(actor=request.actor, now=clock.now(), conversation=conversation, note=text, key=key)

    return _done(request, conversation, deed, strip.Kept(part="note", written=text))


@require_POST
@pages.only(Side.SELLER)
def assign(request: Signed, conversation: Ref) -> HttpResponse:
    """Hand the thread to a colleague, take it, or let go of it."""

    def deed() -> None:
        person = _person(request.POST)
        actions.assign(actor=request.actor, now=clock.now(), conversation=conversation, person=person)

    return _done(request, conversation, deed, strip.Kept(part="assignment"))


@require_POST
@pages.only(Side.SELLER)
def tag(request: Signed, conversation: Ref) -> HttpResponse:
    """The tags that are written, apart by commas, and those that are ticked."""
    written = request.POST.get("new", "")
    tags = [*request.POST.getlist("tag"), *(one for one in written.split(",") if one.strip())]

    def deed() -> None:
        actions.set_tags(actor=request.actor, now=clock.now(), conversation=conversation, tags=tags)

    return _done(request, conversation, deed, strip.Kept(part="tags", written=written))


@require_POST
@pages.only(Side.SELLER)
def snooze(request: Signed, conversation: Ref) -> HttpResponse:
    """Put the thread off until the morning of a day, or take that back."""
    on = request.POST.get("on") or request.POST.get("day", "")

    def deed() -> None:
        until = None if on == "now" else _morning(on, request.zone)
        actions.snooze(actor=request.actor, now=clock.now(), conversation=conversation, until=until)

    return _done(request, conversation, deed, strip.Kept(part="snooze", written=on))


def _done(request: Signed, conversation: Ref, deed: Callable[[], None], kept: strip.Kept) -> HttpResponse:
    """Back to the thread, in the view from which one came; or the page again, with what was wrong."""
    try:
        deed()
        composing.note_shared(actor=request.actor, now=clock.now(), conversation=conversation)
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        thread = conversations.thread(actor=request.actor, conversation=conversation)
        shown = threads.Shown(
            thread=thread, draft=drafts.fresh(seen_n=thread.last_n), status=STATUS[refusal.kind]
        )
        return desk.conversation(request=request, shown=shown, kept=kept.refused(refusal))
    page = reverse("seller:conversation", args=[conversation])
    return redirect(f"{page}{views.query_of(request=request)}#{kept.lands}")


def _person(form: Mapping[str, str]) -> UUID | None:
    written = form.get("person", "")
    try:
        return UUID(written) if written != "nobody" else None
    except ValueError:
        raise Invalid("form.damaged", field="person") from None


def _morning(written: str, zone: str) -> datetime:
    """08:00 of that day on the reader's wall clock, in UTC."""
    try:
        on = date.fromisoformat(written)
    except ValueError:
        raise Invalid("form.damaged", field="day") from None
    return datetime.combine(on, _MORNING, ZoneInfo(zone)).astimezone(UTC)
