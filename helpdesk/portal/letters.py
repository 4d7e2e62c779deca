"""Letters to the Platform: what the pages of both sides share."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.letters import actions, policies, queries
from helpdesk.letters.terms import About, Line
from helpdesk.notifications import actions as notices
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed

PLATFORM = "platform"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a letter is about; without `ref`, nothing in particular."""

    about: About = About.PLATFORM
    ref: Ref | None = None

    @property
    def conversation(self) -> Ref | None:
        """The thread, where it is about one."""
        return self.ref if self.about is About.CONVERSATION else None

    @property
    def order(self) -> Ref | None:
        """The order, where it is about one."""
        return self.ref if self.about is About.ORDER else None

    def address(self, request: Signed) -> str:
        """Of its page on the reader's side."""
        name = f"{request.actor.side}:letters_{self.about}"
        return reverse(name, args=[self.ref] if self.ref else [])


def index(request: Signed) -> HttpResponse:
    """The side's correspondences, the one written in last at the top."""
    rows = queries.correspondences(actor=request.actor)
    context = {"rows": rows, "may_write": policies.can_write(actor=request.actor)}
    return pages.render(request, "letters/list.html", context)


def about_nothing(request: Signed) -> HttpResponse:
    """A letter about nothing in particular."""
    return _answer(request, Subject())


def about_conversation(request: Signed, *, conversation: Ref) -> HttpResponse:
    """About a thread."""
    return _answer(request, Subject(about=About.CONVERSATION, ref=conversation))


def about_order(request: Signed, *, order: Ref) -> HttpResponse:
    """About an order, whether or not anybody wrote about it."""
    return _answer(request, Subject(about=About.ORDER, ref=order))


def _answer(request: Signed, subject: Subject) -> HttpResponse:
    """The page of a subject, or what its form asks for."""
    return _write(request, subject) if request.method == "POST" else _page(request, subject)


def follow(request: Signed, *, correspondence: Ref) -> HttpResponse:
    """To the page of the subject that a correspondence is about: notices and hits know only its id."""
    line = queries.correspondence(actor=request.actor, correspondence=correspondence).line
    return redirect(_subject(line).address(request))


def _subject(line: Line) -> Subject:
    if line.about is About.PLATFORM:
        return Subject()
    return Subject(about=line.about, ref=line.order if line.about is About.ORDER else line.file)


def _write(request: Signed, subject: Subject) -> HttpResponse:
    draft = drafts.read(request=request)
    try:
        actions.write_letter(
            actor=request.actor,
            now=clock.now(),
            draft=draft.text,
            key=draft.key,
            conversation=subject.conversation,
            order=subject.order,
        )
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        again = draft.refused(refusal, seen_n=None)
        return _page(request, subject, again, status=STATUS[refusal.kind])
    return redirect(f"{subject.address(request)}?sent=1#latest")


def _page(
    request: Signed, subject: Subject, draft: drafts.Draft | None = None, *, status: int = 200
) -> HttpResponse:
    title, found = queries.written_about(
        actor=request.actor, conversation=subject.conversation, order=subject.order
    )
    if found:  # whoever sees the letters was told of them
        seen = found.line.correspondence
        request.unread = notices.see(actor=request.actor, now=clock.now(), conversation=seen)
    context = {
        "subject": subject,
        "title": title,
        "found": found,
        "draft": draft or drafts.fresh(),
        "action": subject.address(request),
        "may_write": policies.can_write(actor=request.actor),
        "sent": request.GET.get("sent") == "1",
    }
    return pages.render(request, "letters/correspondence.html", context, status=status)
