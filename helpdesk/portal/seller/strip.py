"""Above a thread's record, for a shop's people: who looks after it, tags, putting it off, a note."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal, RefusalKind
from helpdesk.portal import drafts
from helpdesk.portal.hats import Signed
from helpdesk.portal.seller import views
from helpdesk.portal.seller.lanes import Left
from helpdesk.teamwork.terms import MAX_NOTE, MAX_SNOOZE, MAX_TAG, Colleague, Marks

_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a form of the strip was sent with, and why it was refused; `part` is the form."""

    part: str
    written: str = ""
    sentence: str = ""
    fresh_key: bool = False

    @property
    def lands(self) -> str:
        """Where on the page its outcome is seen."""
        return "notes" if self.part == "note" else "team"

    def refused(self, refusal: Refusal) -> "Kept":
        """The same with the reason."""
        sentence = drafts.said(refusal).sentence
        return replace(self, sentence=sentence, fresh_key=refusal.kind is RefusalKind.REUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """All of it. `days` are offered for putting off, `last` is the last one that may be chosen."""

    marks: Marks
    team: Sequence[Colleague]
    tags: Sequence[str]
    days: Sequence[date]
    first: date
    last: date
    query: str
    key: str
    kept: Kept | None
    max_note: int = MAX_NOTE
    max_tag: int = MAX_TAG


def strip(*, request: Signed, conversation: Ref, left: Left, now: datetime, kept: Kept | None) -> Strip:
    """As the page of the thread shows it."""
    today = now.astimezone(ZoneInfo(request.zone)).date()
    key = request.POST.get("key", "") if kept and kept.part == "note" and not kept.fresh_key else ""
    marks = left.marks_on(conversation=conversation)
    return Strip(
        marks=marks,
        team=left.team,
        tags=sorted({*left.tags, *marks.tags}),
        days=_days(today),
        first=today + timedelta(days=1),
        last=today + timedelta(days=MAX_SNOOZE.days - 1),
        query=views.query_of(request=request),
        key=key or str(uuid4()),
        kept=kept,
    )


def _days(today: date) -> list[date]:
    """Tomorrow, next Monday, in a week: each once."""
    monday = today + timedelta(days=_WEEK - today.weekday())
    return sorted({today + timedelta(days=1), monday, today + timedelta(days=_WEEK)})
