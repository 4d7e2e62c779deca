"""Outages: which span may be declared, and which silence of the pulse was one."""

from datetime import datetime, timedelta

from helpdesk.deadlines.terms.outages import SHORTEST_GAP, USUAL_LENGTH

_SKEW = timedelta(minutes=1)  # a form is filled by the minute, and clocks of people's devices differ a little


def refusal_of_span(
    *, starts_at: datetime, ends_at: datetime, now: datetime, not_before: datetime, certain: bool
) -> str | None:
    """The code of what forbids an outage [starts_at, ends_at), or None; all instants are aware.

    `not_before` is where the calendars begin. `certain` is a person's second look at an unusual length.
    """
    if ends_at <= starts_at:
        return "outage.order"
    if ends_at > now + _SKEW:
        return "outage.future"
    if starts_at < not_before:
        return "outage.too_old"
    if ends_at - starts_at > USUAL_LENGTH and not certain:
        return "outage.long"
    return None


def silence(*, last: datetime | None, now: datetime) -> tuple[datetime, datetime] | None:
    """The span to propose when a pulse comes at `now` and the one before it came at `last`, or None.

    Without a pulse before, nothing had begun; a clock that was set back measures nothing.
    """
    if last is None or now - last <= SHORTEST_GAP:
        return None
    return last, now
