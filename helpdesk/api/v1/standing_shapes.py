"""What is said of a standing: its score, its obligations, and the weights."""

from datetime import date, datetime
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from helpdesk.standing.terms import Tally


class ScoresForeseen(Schema):
    """With `open` questions answered now, and with them never answered; of them `overdue` are late by now.

    Scores are null where the level is new.
    """

    open: int
    overdue: int
    answered: float | None
    left: float | None


class StandingShare(Schema):
    """Of the last `days`, by deadline: for information, it never enters the score. `share` is 0..1."""

    days: int
    met: int
    late: int
    missed: int
    share: float | None


def share_shape(*, days: int, of: Tally) -> dict[str, Any]:
    """What was due in the last `days`."""
    return {"days": days, "met": of.met, "late": of.late, "missed": of.missed, "share": of.share}


class StandingWeek(Schema):
    """Seven days UTC from `first_on`, by deadline."""

    first_on: date
    met: int
    late: int
    missed: int


class StandingDay(Schema):
    """What was counted at the end of a UTC day."""

    on: date
    score: float
    visibility: float


class ResponseTimes(Schema):
    """Counted time of the answers to questions of the last 90 days: how many answers lie in each bin of
    `bin_hours`, an upper bound belonging to its bin, the last without one; `half` and `most` are the seconds
    that half of them and nine in ten did not exceed.
    """

    answers: int
    bin_hours: int
    bins: list[int]
    half: int | None
    most: int | None


class OwnStanding(Schema):
    """How it stands now. `score` = (prior_met + m) / (prior + n) by the weights in force, and `visibility`
    from it; both, n's part of answers apart, are null where the level is new. `measure` is 1, or less while a
    measure is in force. `published` is the factor that the Platform's search was told last.
    """

    level: Literal["new", "rated", "reliable"]
    score: float | None
    visibility: float | None
    measure: float
    published: float | None
    counted_on: date | None
    n: float
    m: float
    answers: float
    points: int
    weights: int = Field(description="The version of the published weights.")
    foreseen: ScoresForeseen | None
    shares: list[StandingShare]
    weeks: list[StandingWeek]
    days: list[StandingDay]
    response_times: ResponseTimes


class StandingPoint(Schema):
    """One obligation. `weight` = `base` x `age_weight` x `buyer_share`, and `value` 0..1 is what it is worth;
    over all points they sum to n and m. `entry` is what it stands by; `id` is the entry that opened it, for a
    step of a case a stable name. `cost` is what the score would gain had it been met; null where it is new.
    """

    id: str
    conversation: str
    entry: str
    matter: Literal["answer", "promise", "step"]
    code: str
    with_order: bool
    deadline: datetime
    state: Literal["open", "met", "late", "missed", "excluded"]
    counts: Literal["counts", "open", "excluded"]
    overrun_seconds: int
    age_days: int
    base: float
    age_weight: float
    buyer_share: float
    weight: float
    value: float
    cost: float | None


class StandingPoints(Schema):
    """The latest deadline first, and where to go on."""

    data: list[StandingPoint]
    next: str | None


class WeightsInForce(Schema):
    """One version: `parameters` as its entry says them, whole numbers: thousandths (late, floor, span, low,
    high, step_below, badge_at, z), halves (answer, promise, buyer, buyer_without_order), days, hours, counts.
    """

    version: int
    effective_on: date | None
    parameters: dict[str, int]


class PublishedWeights(Schema):
    """Those in force, and those that are announced."""

    in_force: WeightsInForce
    announced: list[WeightsInForce]
