"""What happened to a clock, in a line of the record: thin rules between messages, in the reader's words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from helpdesk.deadlines.terms import ClockEvent, Happened
from helpdesk.deadlines.words import calendar_version
from helpdesk.deadlines.words.measures import may_not_write, standing_still
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.letters.terms import Joined
from helpdesk.letters.words import JOIN_REASONS
from helpdesk.portal import instants, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`late` ones may be red; `mark` is the entry of a mark of no reply needed, `refused` a Buyer's message
    that was not sent.
    """

    at: datetime
    icon: str
    sentence: str
    late: bool = False
    mark: object = None
    refused: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads, and on which wall clock (IANA)."""

    side: Side
    zone: str


def line(*, event: ClockEvent, reader: Reader) -> Line:
    """One event as this reader is told of it."""
    icon, say = _LINES[event.kind]
    return Line(
        at=event.at,
        icon=icon,
        sentence=say(event, reader),
        late=event.kind is Happened.OVERDUE and not event.voided,
        mark=event.id if event.kind is Happened.WAIVED else None,
    )


def joined(one: Joined, /) -> Line:
    """An Administrator who joined the thread, and why; both sides read the same."""
    said = gettext("The Platform joined the conversation. Reason: %(reason)s") % {
        "reason": JOIN_REASONS[one.reason]
    }
    said = f"{said} ({one.name})" if one.name else said
    return Line(at=one.at, icon="seal", sentence=said)


def _overdue(event: ClockEvent, reader: Reader) -> str:
    since = {"when": _due(event, reader)}
    if event.voided:
        return gettext("Was booked as overdue since %(when)s, and taken back: it was in time.") % since
    return gettext("Answer overdue since %(when)s") % since


def _waived(event: ClockEvent, reader: Reader) -> str:
    if reader.side is Side.BUYER:
        said = marked_by_shop(mark=event)
    else:
        said = gettext("Marked as needing no reply: “%(reason)s”") % {"reason": _reason(event)}
    if event.voided or event.until is None or reader.side is Side.BUYER:
        return said
    until = instants.on_wall(at=event.until, zone=reader.zone)
    return f"{said}. {gettext('The Buyer may object until: %(when)s') % {'when': until}}"


def marked_by_shop(*, mark: ClockEvent) -> str:
    """What the Buyer is told of a mark of no reply needed."""
    return gettext("The shop marked your message as needing no reply: “%(reason)s”") % {
        "reason": _reason(mark)
    }


def _reason(mark: ClockEvent) -> str:
    return next((str(name) for code, name in words.WAIVER_REASONS if code == mark.code), "")


def _needed(event: ClockEvent, reader: Reader) -> str:
    mine = reader.side is Side.BUYER
    said = gettext("You do need an answer.") if mine else gettext("The Buyer does need an answer.")
    return f"{said} {_new_due(event, reader)}"


def _reopened(event: ClockEvent, reader: Reader) -> str:
    mine, partly = reader.side is Side.BUYER, event.code == "partly"
    said = {
        (True, True): gettext("You say: partly answered."),
        (True, False): gettext("You say: not answered."),
        (False, True): gettext("The Buyer says: partly answered."),
        (False, False): gettext("The Buyer says: not answered."),
    }[mine, partly]
    return f"{said} {_new_due(event, reader)}"


def _missed(event: ClockEvent, reader: Reader) -> str:
    said = gettext("The promised day passed without the full answer; a new time to answer has begun.")
    return f"{said} {_new_due(event, reader)}"


def _proposed(event: ClockEvent, reader: Reader) -> str:
    said = {
        True: gettext("Your proposal waits for the shop."),
        False: gettext("The Buyer's proposal waits for you."),
    }[reader.side is Side.BUYER]
    return f"{said} {_new_due(event, reader)}"


def _lapsed(event: ClockEvent, reader: Reader) -> str:
    said = gettext("What was agreed was not done by its day; a time to answer has begun.")
    return f"{said} {_new_due(event, reader)}"


def _in_case(event: ClockEvent, reader: Reader) -> str:
    said = {
        True: gettext("Your case waits for the shop."),
        False: gettext("The Buyer's case waits for you."),
    }[reader.side is Side.BUYER]
    return f"{said} {_new_due(event, reader)}"


def _promised(event: ClockEvent, reader: Reader) -> str:
    when = instants.on_wall(at=event.until, zone=reader.zone) if event.until else ""
    said = {
        "met": gettext("Full answer promised for %(when)s: it came in time."),
        "late": gettext("Full answer promised for %(when)s: it came late."),
        "missed": gettext("Full answer promised for %(when)s: it did not come."),
    }.get(event.code or "", gettext("Full answer promised for %(when)s"))
    return said % {"when": when}


def _promise_moved(event: ClockEvent, reader: Reader) -> str:
    when = instants.on_wall(at=event.until, zone=reader.zone) if event.until else ""
    return gettext("Promised day moved to %(when)s") % {"when": when}


def _moved(event: ClockEvent, reader: Reader) -> str:
    reasons = [*_days_off(event), *_outages(event, reader), *_stopped(event, reader)]
    if event.stopped and event.stopped[-1][1] is None:
        return standing_still(reason=reasons[-1])
    said = gettext("Deadline moved to %(when)s") % {"when": _due(event, reader)}
    said = f"{said}: {'; '.join(reasons)}" if reasons else said
    if event.code == "met":
        return f"{said}. {gettext('The answer was in time after all.')}"
    return said


def _judged(event: ClockEvent, reader: Reader) -> str:
    said = {
        "unanswered": gettext("A reviewer of the Platform found that the question was not answered."),
        "stands": gettext("A reviewer of the Platform found that it stands."),
    }[event.code or ""]
    return f"{said} {gettext('Note: %(note)s') % {'note': event.note}}" if event.note else said


def _due(event: ClockEvent, reader: Reader) -> str:
    return instants.on_wall(at=event.now.deadline, zone=reader.zone) if event.now else ""


def _new_due(event: ClockEvent, reader: Reader) -> str:
    return gettext("Answer due: %(when)s") % {"when": _due(event, reader)}


def _days_off(event: ClockEvent) -> list[str]:
    """As in "11 November was declared a public holiday (calendar PL, version 1 of the Platform)"."""
    version = calendar_version(version=event.now.version) if event.now else ""
    return [
        gettext("%(day)s was declared a public holiday (calendar %(calendar)s, %(version)s)")
        % {"day": instants.on_day(on=off.on), "calendar": event.calendar, "version": version}
        for off in event.because
    ]


def _outages(event: ClockEvent, reader: Reader) -> list[str]:
    return [
        gettext("Helpdesk was out of order from %(start)s to %(end)s")
        % {
            "start": instants.on_wall(at=start, zone=reader.zone),
            "end": instants.on_wall(at=end, zone=reader.zone),
        }
        for start, end in event.outage
    ]


def _stopped(event: ClockEvent, reader: Reader) -> list[str]:
    return [
        may_not_write(
            start=instants.on_wall(at=start, zone=reader.zone),
            end=instants.on_wall(at=end, zone=reader.zone) if end else None,
            is_own=reader.side is Side.SELLER,
        )
        for start, end in event.stopped
    ]


_LINES: dict[Happened, tuple[str, Callable[[ClockEvent, Reader], str]]] = {
    Happened.OVERDUE: ("clock", _overdue),
    Happened.WAIVED: ("check", _waived),
    Happened.OBJECTION: ("question", _needed),
    Happened.INSISTED: ("question", _needed),
    Happened.REOPENED: ("question", _reopened),
    Happened.PROMISE: ("clock", _missed),
    Happened.AGREEMENT: ("question", _proposed),
    Happened.LAPSED: ("clock", _lapsed),
    Happened.CASE: ("question", _in_case),
    Happened.PROMISED: ("calendar", _promised),
    Happened.PROMISE_MOVED: ("calendar", _promise_moved),
    Happened.MOVED: ("calendar", _moved),
    Happened.JUDGED: ("eye", _judged),
}
