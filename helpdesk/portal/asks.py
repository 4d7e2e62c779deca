"""What a buyer may say beside a thread's messages with one tap: this answered nothing, I do need a reply."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from helpdesk.conversations.terms import Manner, Message, ThreadView
from helpdesk.deadlines.terms import MAX_REOPENINGS, ClockEvent, Happened
from helpdesk.kernel.actor import Side

_STARTS = frozenset(
    {
        Happened.OBJECTION,
        Happened.INSISTED,
        Happened.REOPENED,
        Happened.PROMISE,
        Happened.AGREEMENT,
        Happened.LAPSED,
        Happened.CASE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """Numbers of the messages with a button beside them, and the mark with one; None: there is none."""

    insist: int | None = None
    reopen: int | None = None
    mark: UUID | None = None
    mark_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _So:
    """How the thread stands after what was read so far."""

    is_open: bool = False
    is_promised: bool = False
    reopened: int = 0
    asks: Asks = field(default_factory=Asks)


def asks(*, thread: ThreadView, events: Sequence[ClockEvent], now: datetime) -> Asks:
    """At the end of the thread; nothing while somebody waits already, or on its earlier pages."""
    last = thread.messages[-1].n if thread.messages else -1
    if thread.obligation is not None or last != thread.last_n:
        return Asks()
    found = _So()
    steps: list[Message | ClockEvent] = [*thread.messages, *events]
    for step in sorted(steps, key=lambda one: one.at):
        found = _after_message(found, step) if isinstance(step, Message) else _after_event(found, step, now)
    return found.asks


def _after_message(so: _So, message: Message) -> _So:
    if message.manner is Manner.IMPORTED:
        return so
    if message.side is Side.BUYER:
        return _after_buyers(so, message)
    if message.side is not Side.SELLER or message.manner in (Manner.INTERIM, Manner.AUTOMATIC):
        return so
    answers = (so.is_open or so.is_promised) and so.reopened < MAX_REOPENINGS
    return replace(so, is_open=False, is_promised=False, asks=Asks(reopen=message.n if answers else None))


def _after_buyers(so: _So, message: Message) -> _So:
    if so.is_open:
        return so
    if message.manner is Manner.COURTESY:
        return replace(so, asks=Asks(insist=message.n))
    return replace(so, is_open=True, reopened=0, asks=Asks())


def _after_event(so: _So, event: ClockEvent, now: datetime) -> _So:
    if event.kind in _STARTS:
        again = so.reopened + (event.kind is Happened.REOPENED)
        promised = so.is_promised and event.kind is not Happened.PROMISE
        return replace(so, is_open=True, is_promised=promised, reopened=again, asks=Asks())
    if event.kind is Happened.WAIVED:
        may = not event.voided and event.until is not None and now <= event.until
        mark = Asks(mark=event.id, mark_until=event.until) if may else Asks()
        return replace(so, is_open=False, asks=mark)
    if event.kind is Happened.PROMISED:
        return replace(so, is_promised=True, asks=Asks())
    return so
