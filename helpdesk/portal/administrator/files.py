"""Find a file, and read it once it is open."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from helpdesk.agreements.queries import agreements_in
from helpdesk.conduct import queries as conduct
from helpdesk.deadlines import queries as deadlines
from helpdesk.kernel import clock, text
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.letters import queries as letters
from helpdesk.letters.policies import can_answer_letters
from helpdesk.letters.words import JOIN_REASONS
from helpdesk.oversight import queries
from helpdesk.oversight.terms import Reason, Verified
from helpdesk.oversight.words import REASONS
from helpdesk.portal import drafts, dues, pages, threads
from helpdesk.portal.administrator import keeping, readings
from helpdesk.portal.administrator.verified import faults_in
from helpdesk.portal.hats import Signed

_LIMIT = 200  # characters of what is looked for


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """Files by number, title, name or id: who, about what and when, not a word of what was said."""
    words = text.storable(request.GET.get("words", ""), limit=_LIMIT, field="words").strip()
    since, until = _day(request.GET.get("since", "")), _day(request.GET.get("until", ""))
    files = queries.find_files(
        actor=request.actor,
        words=words,
        market=request.market,
        since=_start(since, request.zone),
        until=_start(until, request.zone, after=1),
    )
    context = {"words": words, "since": since, "until": until, "files": files, "most": queries.FOUND}
    return pages.render(request, "administrator/files.html", context)


def _day(written: str) -> date | None:
    """As date fields write it; what is no day asks for nothing."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _start(on: date | None, zone: str, *, after: int = 0) -> datetime | None:
    """The first instant of the day so many days later, on the wall clock of `zone` (IANA)."""
    if on is None or on.year in (1, 9999):  # the ends of the calendar have no day before or after them
        return None
    return datetime.combine(on + timedelta(days=after), time(), ZoneInfo(zone))


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, conversation: Ref) -> HttpResponse:
    """The thread while a reading is in force, else the question why."""
    now = clock.now()
    if queries.reading_in_force(actor=request.actor, now=now, conversation=conversation) is None:
        return readings.asking(request, conversation)
    return page(request, conversation)


def page(
    request: Signed,
    conversation: Ref,
    *,
    verified: Verified | None = None,
    voice: drafts.Draft | None = None,
    status: int = 200,
) -> HttpResponse:
    """The open file; without a reading in force, back to the question why."""
    actor, now = request.actor, clock.now()
    reading = queries.reading_in_force(actor=actor, now=now, conversation=conversation)
    if reading is None:
        return redirect("administrator:file", conversation)
    beside = letters.of_file(actor=actor, file=conversation)
    if beside and not queries.find_files(actor=actor, words=str(conversation)):  # nobody began a thread
        return redirect("administrator:letter", beside[0].correspondence)
    thread = queries.read_file(actor=actor, now=now, conversation=conversation)
    events = deadlines.history(actor=actor, seller_id=conversation.seller_id, chain=conversation.id)
    context = {
        "thread": thread,
        "events": events,
        "agreements": agreements_in(actor=actor, now=now, conversation=conversation),
        "reviews": conduct.told(actor=actor, conversation=conversation),
        "promise": dues.promised(events=events, now=now, zone=request.zone),
        "reading": reading,
        "reason_name": REASONS[Reason(reading.reason)],
        "verified": verified,
        **keeping.of(actor, conversation),
        "faults": faults_in(thread, verified) if verified else [],
        "beside": (spoken := letters.beside(actor=actor, conversation=conversation)),
        "has_joined": any(one.is_me for one in spoken.joined),
        "letters": beside,
        "may_speak": can_answer_letters(actor=actor),
        "join_reasons": [(reason.value, name) for reason, name in JOIN_REASONS.items()],
        "draft": voice or drafts.fresh(seen_n=thread.last_n),
    }
    more = threads.about(actor, thread)
    return pages.render(request, "administrator/file.html", context | more, status=status)
