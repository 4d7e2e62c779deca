"""The score in numbers that a reader can follow with a pencil."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from helpdesk.deadlines.words import duration
from helpdesk.portal.figures import decimal, factor, milli, percent, short
from helpdesk.standing.queries import Dashboard, Foreseen, Published
from helpdesk.standing.terms import MILLI, Level, Weights
from helpdesk.standing.words import LEVELS

_WHOLE = MILLI


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What open questions would change; the scores are empty where no number is shown."""

    open: int
    overdue: int
    answered: str
    left: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Of the last days, in percent; empty where nothing was due."""

    days: int
    percent: str
    met: int
    due: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What the search was told: the factor, and the day by whose end it was counted."""

    rank: str
    counted_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`is_new`: no number is shown. `needed` are the obligations from which one is.

    `bar` is the visibility's place between its bounds, 0..100. `measure` is empty where none is in force.
    """

    is_new: bool
    is_reliable: bool
    level: str
    score: str
    visibility: str
    bar: float
    n: str
    m: str
    prior: str
    prior_met: str
    needed: int
    low: str
    high: str
    floor: str
    span: str
    measure: str
    rank: str
    sent: Sent | None
    answers: str
    badge_from: int
    badge_at: str
    lower: str
    half: str
    most: str
    change: Change | None
    shares: Sequence[Share]


def told(found: Dashboard, /) -> Told:
    """What the page says in numbers."""
    score, weights = found.explained.score, found.explained.weights
    return Told(
        is_new=score.level is Level.NEW,
        is_reliable=score.level is Level.RELIABLE,
        level=str(LEVELS[score.level]),
        score=factor(score.p),
        visibility=factor(score.f),
        bar=round(_bar(score.f, weights), 1),
        n=decimal(score.n, places=2),
        m=decimal(score.m, places=2),
        prior=short(weights.prior),
        prior_met=short(weights.prior_met),
        needed=weights.label_from,
        low=decimal(weights.low / MILLI, places=2),
        high=decimal(weights.high / MILLI, places=2),
        floor=decimal(weights.floor / MILLI, places=2),
        span=decimal(weights.span / MILLI, places=2),
        measure=milli(found.place.measure) if found.place.measure != _WHOLE else "",
        rank=milli(found.place.rank),
        sent=_sent(found.published),
        answers=decimal(found.answers, places=1),
        badge_from=weights.badge_from,
        badge_at=percent(weights.badge_at / MILLI),
        lower=percent(score.lower),
        half=_amount(found.times.half),
        most=_amount(found.times.most),
        change=_change(found.foreseen, shown=score.level is not Level.NEW),
        shares=[
            Share(
                days=days,
                percent="" if tally.share is None else percent(tally.share),
                met=tally.met,
                due=tally.due,
            )
            for days, tally in found.shares
        ],
    )


def _bar(f: Fraction, weights: Weights) -> float:
    return float((f * MILLI - weights.floor) * 100 / weights.span)


def _sent(published: Published | None) -> Sent | None:
    if published is None or published.level is Level.NEW:
        return None
    return Sent(rank=milli(published.rank), counted_on=published.counted_on)


def _amount(us: int | None) -> str:
    return "" if us is None else duration(amount_us=us)


def _change(foreseen: Foreseen | None, *, shown: bool) -> Change | None:
    if foreseen is None:
        return None
    pair = foreseen.pair
    return Change(
        open=foreseen.open,
        overdue=foreseen.overdue,
        answered=factor(pair.answered.p) if shown else "",
        left=factor(pair.left.p) if shown else "",
    )
