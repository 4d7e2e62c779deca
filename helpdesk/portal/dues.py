"""A deadline as a page shows it: the ring's share and state, and words in the reader's language and zone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django.utils.translation import gettext, pgettext

from helpdesk.conversations.terms import ThreadView
from helpdesk.deadlines import queries as deadlines
from helpdesk.deadlines import words
from helpdesk.deadlines.terms import END_OF_DAY, ClockEvent, DueState, OpenObligation
from helpdesk.deadlines.words import measures
from helpdesk.kernel.clock import to_us
from helpdesk.portal import instants, lines, timeline
from helpdesk.portal.locales import locale
from helpdesk.workdays.shown import Shown, when_shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """`used` is a percentage; `left` and `when` are short, `sentence` and `promise` say it in full.

    `full` is what the one who waits reads after an interim note; `why` names the holidays that moved the
    deadline, a sentence each.
    """

    state: DueState
    used: int
    left: str
    when: str
    sentence: str
    promise: str
    full: str
    why: tuple[str, ...]

    @property
    def label(self) -> str:
        """What the ring says to those who do not see it."""
        if self.state is DueState.LATE:
            return gettext("Late")
        return gettext("%(used)s %% of the time used") % {"used": self.used}


def due(*, obligation: OpenObligation, now: datetime, zone: str) -> Due:
    """An open question at `now`, for a reader whose wall clock shows `zone` (IANA)."""
    look = deadlines.look(obligation=obligation, now=now)
    on, at = shown = when_shown(deadline=to_us(obligation.deadline), zone=zone)
    if look.stands:
        return _standing(look)
    late = look.state is DueState.LATE
    return Due(
        state=look.state,
        used=round(look.share_used * 100),
        left=_late(look.overrun_us) if late else _left(look.left_us),
        when=_when(shown, now.astimezone(ZoneInfo(zone)).date()),
        sentence=(
            words.late_by(overrun_us=look.overrun_us, on=on, at=at, zone=zone)
            if late
            else words.time_left(left_us=look.left_us, on=on, at=at, zone=zone)
        ),
        promise=words.answer_by(on=on, at=at),
        full=_full(instants.on_wall(at=obligation.deadline, zone=zone), late=late),
        why=(
            *(words.day_off(on=day.on, calendar=day.calendar) for day in look.skipped),
            *(
                measures.hours_out(
                    start=instants.on_wall(at=start, zone=zone), end=instants.on_wall(at=end, zone=zone)
                )
                for start, end in look.stopped
            ),
        ),
    )


def _standing(look: deadlines.Look) -> Due:
    """Nobody may answer until further notice: what was left, and no day."""
    said = measures.standing_still(reason=measures.may_not_write(start="", end=None))
    return Due(
        state=look.state,
        used=round(look.share_used * 100),
        left=_left(look.left_us),
        when=pgettext("a clock", "stands still"),
        sentence=said,
        promise=f"{said}.",
        full=said,
        why=(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """A day that was promised for the full answer: how near it is, and the day in words."""

    state: DueState
    used: int
    when: str

    @property
    def label(self) -> str:
        """What the ring says to those who do not see it."""
        if self.state is DueState.LATE:
            return gettext("Late")
        return gettext("A day is promised")


def promised(*, events: Sequence[ClockEvent], now: datetime, zone: str) -> Promised | None:
    """The open promise at `now`, for a reader in `zone` (IANA); its ring shows elapsed time."""
    made = timeline.open_promise(events=events)
    if made is None or made.until is None:
        return None
    used = min((now - made.at) / (made.until - made.at), 1)
    return Promised(
        state=DueState.LATE if now > made.until else DueState.OK,
        used=round(used * 100),
        when=instants.on_wall(at=made.until, zone=zone),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """No reply needed, as the Buyer is told: why, and until when they may object; None: no longer."""

    sentence: str
    until: str | None


def marked(*, thread: ThreadView, events: Sequence[ClockEvent], now: datetime, zone: str) -> Marked | None:
    """The mark that explains why nobody waits, at `now`, for a reader in `zone` (IANA)."""
    mark = timeline.standing_mark(thread=thread, events=events)
    if mark is None:
        return None
    may = mark.until is not None and now <= mark.until
    until = instants.on_wall(at=mark.until, zone=zone) if mark.until and may else None
    return Marked(sentence=lines.marked_by_shop(mark=mark), until=until)


def _full(when: str, *, late: bool) -> str:
    if late:
        return gettext("Full answer was due: %(when)s") % {"when": when}
    return gettext("Full answer due: %(when)s") % {"when": when}


def _left(left_us: int) -> str:
    return gettext("%(time)s left") % {"time": words.duration(amount_us=left_us)}


def _late(overrun_us: int) -> str:
    return gettext("%(time)s late") % {"time": words.duration(amount_us=overrun_us)}


def _when(shown: Shown, today: date) -> str:
    """The day of the week, with the date once a week may have passed."""
    near = abs((shown.on - today).days) < 6
    on = format_date(shown.on, "EEE" if near else "EEE d MMM", locale=locale())
    at = gettext("end of day") if shown.at == END_OF_DAY else shown.at
    return f"{on}, {at}"
