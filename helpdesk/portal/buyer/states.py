"""How far an order or a parcel has come, in the reader's words and as a line of steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from helpdesk.marketplace.terms.progress import Progress, Stage
from helpdesk.marketplace.terms.shown import ShipmentShown
from helpdesk.marketplace.words import PROGRESS
from helpdesk.portal.buyer import days

_DAY = timedelta(days=1)
_ORDERED = gettext_lazy("Ordered")
_DISPATCHED = gettext_lazy("Dispatched")
_DELIVERED = gettext_lazy("Delivered")
_EXPECTED = gettext_lazy("Expected")
_HANDED_OVER = gettext_lazy("Handed over")
_RECEIVED = gettext_lazy("Received by the Seller")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """`drawing` is an icon's name; `behind`: the day of arrival has passed."""

    stage: Stage
    sentence: str
    drawing: str
    behind: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step on a parcel's way. `place`: "done", "here" (the last one done) or "ahead"."""

    name: str | Promise
    when: str
    machine: str
    place: str


_DRAWINGS = {
    Stage.ORDERED: "box",
    Stage.DISPATCHED: "truck",
    Stage.EXPECTED: "truck",
    Stage.DELIVERED: "arrived",
    Stage.RETURNING: "return",
    Stage.RETURNED: "return",
    Stage.REFUNDED: "refund",
}


def state(*, progress: Progress, now: datetime, zone: str) -> State:
    """At `now`, for a reader whose wall clock shows `zone` (IANA)."""
    today = now.astimezone(ZoneInfo(zone)).date()
    on = _day(progress, zone)
    behind = progress.is_behind(today=today)
    sentence = str(PROGRESS[_key(progress.stage, on, today, behind=behind)])
    return State(
        stage=progress.stage,
        sentence=sentence % days.values(on=on, today=today) if on else sentence,
        drawing=_DRAWINGS[progress.stage],
        behind=behind,
    )


def parcel_state(*, parcel: ShipmentShown, now: datetime, zone: str) -> State:
    """One parcel; a return that nobody has handed over yet waits with the Buyer."""
    shown = state(progress=parcel.progress, now=now, zone=zone)
    if parcel.direction == "out" or shown.stage is not Stage.ORDERED:
        return shown
    sentence = str(PROGRESS["return.announced"])
    return State(stage=shown.stage, sentence=sentence, drawing="return", behind=False)


def steps(*, placed_at: datetime, parcel: ShipmentShown | None, zone: str) -> list[Step]:
    """The way of a parcel, or of an order that has none yet."""
    marks = list(_marks(placed_at, parcel, zone))
    done = [index for index, (_, _, is_done) in enumerate(marks) if is_done]
    last = max(done, default=-1)
    return [
        Step(
            name=name,
            when=days.short(on=on) if on else "",
            machine=on.isoformat() if on else "",
            place="here" if index == last else "done" if index < last else "ahead",
        )
        for index, (name, on, _) in enumerate(marks)
    ]


def _marks(
    placed_at: datetime, parcel: ShipmentShown | None, zone: str
) -> Iterator[tuple[Promise, date | None, bool]]:
    """Each step's name, its day, and whether it is done."""
    dispatched = _local(parcel.dispatched_at if parcel else None, zone)
    delivered = _local(parcel.delivered_at if parcel else None, zone)
    if parcel is not None and parcel.direction != "out":
        yield _HANDED_OVER, dispatched, dispatched is not None
        yield _RECEIVED, delivered or parcel.expected_on, delivered is not None
        return
    yield _ORDERED, _local(placed_at, zone), True
    yield _DISPATCHED, dispatched, dispatched is not None
    expected = parcel.expected_on if parcel else None
    name = _EXPECTED if expected and not delivered else _DELIVERED
    yield name, delivered or expected, delivered is not None


def _key(stage: Stage, on: date | None, today: date, *, behind: bool) -> str:
    if on is None:
        return stage.value
    near = {today: "today", today + _DAY: "tomorrow", today - _DAY: "yesterday"}
    key = f"{stage.value}.{'behind' if behind else near.get(on, 'on')}"
    return next(found for found in (key, f"{stage.value}.on", stage.value) if found in PROGRESS)


def _day(progress: Progress, zone: str) -> date | None:
    """The day that the sentence speaks of."""
    if progress.stage in (Stage.ORDERED, Stage.EXPECTED):
        return progress.expected_on
    return None if progress.stage is Stage.DISPATCHED else _local(progress.at, zone)


def _local(at: datetime | None, zone: str) -> date | None:
    return at.astimezone(ZoneInfo(zone)).date() if at else None
