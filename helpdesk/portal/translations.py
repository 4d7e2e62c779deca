"""Translations below the messages of a thread: the same for both of its sides."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from helpdesk.conversations.terms import ThreadView
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, NotFound
from helpdesk.portal import pages
from helpdesk.portal.hats import Signed
from helpdesk.translations import actions, queries
from helpdesk.translations.terms import Translation


def beside(*, actor: Actor, thread: ThreadView) -> dict[UUID, Translation] | None:
    """What was asked for in the reader's language, by message; None: nobody translates here.

    One SQL statement beside the scope's, none without an engine.
    """
    if settings.HELPDESK.engine is None:
        return None
    return queries.translations_in(actor=actor, conversation=thread.conversation, language=actor.language)


def ask(request: Signed, *, conversation: Ref) -> HttpResponse:
    """Have one message put into the reader's language, or the latest of the thread; and back to it."""
    message = _message(request)
    actions.ask_for_translation(
        actor=request.actor,
        now=clock.now(),
        conversation=conversation,
        language=request.actor.language,
        engine=settings.HELPDESK.engine,
        messages=[message] if message else None,
    )
    page = reverse(f"{request.actor.side.value}:conversation", args=[conversation])
    return redirect(f"{page}#{_place(request)}")


def of_message(request: Signed, *, conversation: Ref, message: UUID) -> HttpResponse:
    """As it stands below its message now, for a page that waits for it. Raises NotFound."""
    found = queries.translations_in(
        actor=request.actor, conversation=conversation, language=request.actor.language
    ).get(message)
    if found is None:
        raise NotFound("conversation.not_found")
    context = {"made": found, "message": {"id": message}, "thread": {"conversation": conversation}}
    return pages.render(request, "parts/translation.html", context)


def _message(request: HttpRequest) -> UUID | None:
    written = request.POST.get("message", "")
    try:
        return UUID(written) if written else None
    except ValueError:
        raise Invalid("form.damaged", field="message") from None


def _place(request: HttpRequest) -> str:
    """The message that the button stood below; the page's beginning for the whole thread."""
    n = request.POST.get("n", "")
    return f"m{n}" if n.isascii() and n.isdigit() and len(n) < 10 else "main"
