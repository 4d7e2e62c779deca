"""Outages as pages tell them, to everybody and to the Administrator."""

from collections.abc import Iterator
from dataclasses import dataclass

from helpdesk.deadlines.terms.outages import OutageProposed, OutageShown
from helpdesk.deadlines.words import OUTAGE_REASONS, day_short, duration, weekday_short
from helpdesk.kernel.clock import to_us
from helpdesk.portal.spans import SpanDrawn, span_drawn

_NAMED, _NAMED_IN_FULL = 8, 4  # days that have room for their weekday, and for their date


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An outage with its reason and length in the reader's words, and its drawing on the reader's days.

    `labels` are the days' names with the place of each, where there is room for them.
    """

    of: OutageProposed | OutageShown
    reason: str
    lasted: str
    drawn: SpanDrawn
    labels: tuple[tuple[float, str], ...]


def told(outage: OutageProposed | OutageShown, *, zone: str) -> Told:
    """For the reader's `zone` (IANA)."""
    lasted = to_us(outage.ends_at) - to_us(outage.starts_at)
    drawn = span_drawn(starts_at=outage.starts_at, ends_at=outage.ends_at, zone=zone)
    return Told(
        of=outage,
        reason=str(OUTAGE_REASONS[outage.reason]),
        lasted=duration(amount_us=lasted),
        drawn=drawn,
        labels=tuple(_labels(drawn)),
    )


def _labels(drawn: SpanDrawn) -> Iterator[tuple[float, str]]:
    if len(drawn.days) <= _NAMED:
        named = day_short if len(drawn.days) <= _NAMED_IN_FULL else weekday_short
        yield from ((day.middle, named(on=day.on)) for day in drawn.days)
