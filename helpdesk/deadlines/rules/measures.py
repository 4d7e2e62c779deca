"""What no clock counts: outages, and measures that stop a Seller from writing in that very conversation."""

from collections.abc import Iterable, Iterator
from sys import maxsize

from helpdesk.deadlines.terms.measures import REMOVAL_WINDS_DOWN_US, MeasureInForce, MeasureKind

Interval = tuple[int, int]  # half-open [start, end), microseconds UTC
_FOR_EVER = maxsize


def stops_writing(*, measure: MeasureKind, with_order: bool) -> bool:
    """Whether the Seller cannot answer in such a conversation while the measure is in force.

    A suspended shop keeps the threads of its orders, so their clocks run: its Buyers go on waiting. Only what
    was asked before a sale is closed to it. A limit of messages stops what nobody asked for, never an answer.
    """
    if measure is MeasureKind.REMOVAL:
        return True
    return measure is MeasureKind.SUSPENSION and not with_order


def excluded(
    *, outages: Iterable[Interval], measures: Iterable[MeasureInForce], with_order: bool
) -> tuple[Interval, ...]:
    """What a clock of such a conversation leaves out: sorted, apart from each other, none empty."""
    stopped = (part for measure in measures for part in _stopped(measure, with_order))
    found: list[Interval] = []
    for start, end in sorted(part for part in (*outages, *stopped) if part[0] < part[1]):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def _stopped(measure: MeasureInForce, with_order: bool) -> Iterator[Interval]:
    """When a measure stops answers; a removal begins as a suspension."""
    ends = _FOR_EVER if measure.ends is None else measure.ends
    first = MeasureKind.SUSPENSION if measure.kind is MeasureKind.REMOVAL else measure.kind
    turns = measure.starts + REMOVAL_WINDS_DOWN_US if first is not measure.kind else ends
    if stops_writing(measure=first, with_order=with_order):
        yield measure.starts, min(turns, ends)
    if stops_writing(measure=measure.kind, with_order=with_order):
        yield turns, ends
