"""The clocks of a thread, each explained to the hour: for machines as fields, for people as sentences."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from ninja import Router, Schema

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import conversation_of
from helpdesk.conversations import queries
from helpdesk.deadlines import queries as deadlines
from helpdesk.deadlines import words
from helpdesk.deadlines.terms import Clock, ClockEvent, Day, DeadlineWas
from helpdesk.deadlines.words.measures import not_writing
from helpdesk.kernel import clock
from helpdesk.kernel.clock import from_us
from helpdesk.workdays.explain import Skip

router = Router()


class Interval(Schema):
    """Half-open, [`from_at`, `until`)."""

    from_at: datetime
    until: datetime


class Stopped(Schema):
    """Half-open; `until` null: until further notice."""

    from_at: datetime
    until: datetime | None


class CountedDay(Schema):
    """A local day of the calendar's zone. `skipped` says why nothing of it counted, null where something did.

    `holiday` is its name in the reader's language; `excluded` are the hours within what counted that do not:
    outages, and those of them that are `stopped`, in which the Seller may not write there.
    """

    on: date
    counted: Interval | None
    counted_us: int
    skipped: str | None
    holiday: str | None
    excluded: list[Interval]
    stopped: list[Interval]
    text: str


class ClockShape(Schema):
    """A question's clock. `budget_us` is counted time in microseconds, 24 h unless an objection left less.

    `calendar` with `calendar_version`, `zone` (IANA), `outages` (how many were taken into account) and
    `stopped` (hours in which the Seller may not write there) is all that it was counted by. Where the last of
    these has no end, the clock stands: `due_state` is held, and `due_at` only the end of the calendar.
    `due_local` is the deadline on the calendar's wall clock. `verdict` is null while it runs; `corrected`
    replaces it.
    """

    id: str
    question: str
    cause: str
    received_at: datetime
    due_at: datetime
    due_local: datetime
    budget_us: int
    calendar: str
    calendar_version: int
    zone: str
    outages: int
    stopped: list[Stopped]
    due_state: str
    answered_at: datetime | None
    verdict: str | None
    corrected: str | None
    overdue_at: datetime | None
    days: list[CountedDay]


class DeadlineShape(Schema):
    """A deadline, and the rules that it was counted by."""

    due_at: datetime
    calendar_version: int
    outages: int


class EventShape(Schema):
    """What happened to a clock, under its archive entry."""

    kind: str
    at: datetime
    entry: str
    clock: str | None
    code: str | None
    on: date | None
    until: datetime | None
    voided: bool
    deadline: DeadlineShape | None
    before: DeadlineShape | None
    days_off: list[date]
    outages: list[Interval]
    stopped: list[Stopped]


class Clocks(Schema):
    """The clocks of a thread and what happened to them, in order of time."""

    data: list[ClockShape]
    events: list[EventShape]


@router.get("/{conversation}/clocks", response=Clocks)
def clocks(request: ApiRequest, conversation: str) -> dict[str, Any]:
    """Every deadline of the thread explained: what counted by day, what did not and why, by which version."""
    found = queries.thread_clocks(actor=request.auth, conversation=conversation_of(text=conversation))
    now = clock.now()
    return {
        "data": [_clock(one, now) for one in found.clocks],
        "events": [_event(event) for event in found.events],
    }


def _clock(one: Clock, now: datetime) -> dict[str, Any]:
    due = one.obligation
    explained = deadlines.explained(obligation=due)
    return {
        "id": str(due.id),
        "question": str(one.question),
        "cause": due.cause.value,
        "received_at": due.received_at,
        "due_at": due.deadline,
        "due_local": due.deadline.astimezone(ZoneInfo(due.zone)),
        "budget_us": due.budget_us,
        "calendar": due.calendar,
        "calendar_version": due.calendar_version,
        "zone": due.zone,
        "outages": due.outages,
        "stopped": [
            {"from_at": start, "until": end} for start, end in deadlines.hours_stopped(obligation=due)
        ],
        "due_state": state(clock=one, now=now),
        "answered_at": one.answered_at,
        "verdict": one.verdict,
        "corrected": one.corrected,
        "overdue_at": due.overdue_at,
        "days": [_day(day) for day in explained.days],
    }


def state(*, clock: Clock, now: datetime) -> str:
    """Of a running clock how near its end is, of a stopped one its verdict."""
    if clock.verdict is None:
        return deadlines.state(obligation=clock.obligation, now=now).value
    return (clock.corrected or clock.verdict).value


def _day(day: Day) -> dict[str, Any]:
    counts = day.skipped is None
    excluded = sum(end - start for start, end in day.excluded)
    holiday = words.holiday(holiday=day.holiday) if day.skipped is Skip.HOLIDAY else None
    amount = day.counted_to - day.counted_from - excluded
    return {
        "on": day.on,
        "counted": _interval(day.counted_from, day.counted_to) if counts else None,
        "counted_us": amount,
        "skipped": day.skipped,
        "holiday": holiday,
        "excluded": [_interval(*part) for part in day.excluded],
        "stopped": [_interval(*part) for part in day.stopped],
        "text": " ".join(_sentence(day, amount)),
    }


def _sentence(day: Day, amount: int) -> Iterator[str]:
    """As in "Fri 25 Dec: Christmas Day"."""
    yield f"{words.day_short(on=day.on)}:"
    if day.skipped is Skip.WEEKEND:
        yield words.weekend()
    elif day.skipped is Skip.HOLIDAY:
        yield words.holiday(holiday=day.holiday)
    else:
        yield words.duration(amount_us=amount)
        if day.stopped:
            yield f"({not_writing()})"


def _interval(start: int, end: int) -> dict[str, datetime]:
    return {"from_at": from_us(start), "until": from_us(end)}


def _event(event: ClockEvent) -> dict[str, Any]:
    return {
        "kind": event.kind,
        "at": event.at,
        "entry": str(event.id),
        "clock": str(event.obligation) if event.obligation else None,
        "code": event.code,
        "on": event.on,
        "until": event.until,
        "voided": event.voided,
        "deadline": _deadline(event.now),
        "before": _deadline(event.was),
        "days_off": [day.on for day in event.because],
        "outages": [{"from_at": start, "until": end} for start, end in event.outage],
        "stopped": [{"from_at": start, "until": end} for start, end in event.stopped],
    }


def _deadline(deadline: DeadlineWas | None) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {
        "due_at": deadline.deadline,
        "calendar_version": deadline.version,
        "outages": deadline.outages,
    }
