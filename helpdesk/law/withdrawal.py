"""The right to withdraw: its last day, the way back, the refund. Directive 2011/83/EU, Articles 9 to 16.

Great Britain has rows of its own for the same arithmetic. All instants are microseconds UTC, all days those
of the buyer's market on the wall clock of its calendar; `on` is the day of the contract, whose law applies.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from helpdesk.law.ending import Ending, day_end, ending
from helpdesk.law.row import Exclusion, Row
from helpdesk.law.table import find
from helpdesk.workdays.calendar import Calendar


class Reason(StrEnum):
    """Why the right ends when it does."""

    USUAL = "usual"
    INFORMED_LATE = "informed_late"
    NOT_INFORMED = "not_informed"
    NOT_DELIVERED = "not_delivered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """`ends` is None where no machine can end it. `row` is the rule that gave the last day."""

    ends: Ending | None
    reason: Reason
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """`day` is what the law gives at least; `due_at` when the money is due, None while it may be withheld.

    Like `Ending.ends_at`, `due_at` is the first instant that is too late.
    """

    day: Ending
    due_at: int | None
    row: Row


def right_to_withdraw(
    *, country: str, on: date, possession: int | None, informed: int | None, calendar: Calendar
) -> Right | None:
    """Until when a consumer may withdraw; None where the law of the market knows no such right.

    `possession`: when the last item came, None if nobody knows. `informed`: when the buyer was told of the
    right, None if never. Untold, the right lives on for the longer period; told within it, for another usual
    one from then (Art. 10).
    """
    usual = find(key="withdrawal.period", country=country, on=on)
    if usual is None:
        return None
    if possession is None:
        return Right(ends=None, reason=Reason.NOT_DELIVERED, row=usual)
    first = ending(event=possession, period=usual.period(), calendar=calendar)
    if informed is not None and informed <= possession:
        return Right(ends=first, reason=Reason.USUAL, row=usual)
    longer = find(key="withdrawal.not_informed", country=country, on=on)
    late = find(key="withdrawal.informed_late", country=country, on=on)
    if longer is None or late is None:
        return Right(ends=first, reason=Reason.USUAL, row=usual)
    window = ending(event=possession, period=longer.period(), calendar=calendar)
    if informed is not None and window.is_met(done=informed):
        told = ending(event=informed, period=late.period(), calendar=calendar)
        return Right(ends=told, reason=Reason.INFORMED_LATE, row=late)
    longest = ending(event=first.ends_at - 1, period=longer.period(), calendar=calendar)
    return Right(ends=longest, reason=Reason.NOT_INFORMED, row=longer)


def goods_back_by(*, country: str, on: date, declared: int, calendar: Calendar) -> Ending | None:
    """By when the buyer sends the goods back; sent on the last day is in time (Art. 14(1))."""
    return _from_declaration("withdrawal.goods_back", country, on, declared, calendar)


def refund_due(
    *,
    country: str,
    on: date,
    declared: int,
    arrived: int | None,
    calendar: Calendar,
    collects: bool = False,
) -> Refund | None:
    """When the seller's refund is due: the later of the law's day and the day on which goods or proof arrive.

    `arrived`: the goods or the proof that they were sent, whichever came first; None: neither has, and the
    seller may wait (Art. 13(3)), unless they offered to fetch the goods (`collects`). Nothing pauses: what
    comes early changes nothing.
    """
    row = find(key="withdrawal.refund", country=country, on=on)
    day = _from_declaration("withdrawal.refund", country, on, declared, calendar)
    if row is None or day is None:
        return None
    if collects:
        return Refund(day=day, due_at=day.ends_at, row=row)
    due_at = None if arrived is None else max(day.ends_at, day_end(at=arrived, calendar=calendar))
    return Refund(day=day, due_at=due_at, row=row)


def exclusions(*, country: str, on: date) -> tuple[Exclusion, ...]:
    """What the law takes out of the right, by its own letters and in its order (Art. 16)."""
    row = find(key="withdrawal.exclusions", country=country, on=on)
    return row.letters if row else ()


def exclusion(*, country: str, on: date, letter: str) -> Exclusion | None:
    """The exclusion of this letter; None: the law has none, and a refusal cannot rest on it."""
    return next((one for one in exclusions(country=country, on=on) if one.letter == letter), None)


def _from_declaration(key: str, country: str, on: date, declared: int, calendar: Calendar) -> Ending | None:
    row = find(key=key, country=country, on=on)
    return ending(event=declared, period=row.period(), calendar=calendar) if row else None
