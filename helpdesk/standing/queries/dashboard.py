"""What a Seller sees of the own standing: the score, how it came to be, and what would change it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from helpdesk.archive.database.scope import acting
from helpdesk.deadlines import queries as deadlines
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.standing.models import Shown
from helpdesk.standing.queries.explained import Explained, explained_here
from helpdesk.standing.queries.measures import factors_of
from helpdesk.standing.queries.snapshots import scores_since
from helpdesk.standing.rules.explaining import summed
from helpdesk.standing.rules.foreseeing import pair_of
from helpdesk.standing.rules.placing import place
from helpdesk.standing.rules.tallying import quantile, spread, tally, weeks
from helpdesk.standing.terms import W_ONE, Day, Level, Pair, Place, State, Tally, Week

SPANS = (7, 30, 90)  # days of which the share on time is told
DAYS = 90  # that the trend and the response times look back
WEEKS = 13
BIN_US = 4 * 3_600_000_000  # of the distribution, counted time
BINS = 13  # twelve of four hours, and all that took more than two counted days


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Counted response times in microseconds: of how many answers, how they are spread, and what half of them
    and nine in ten did not exceed (None without any).
    """

    answers: int
    bins: Sequence[int]
    half: int | None
    most: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """Open questions, so many of them overdue, and the score with all of them answered now or left."""

    open: int
    overdue: int
    pair: Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What the Platform's search was told last: the factor in thousandths, the level, the UTC day counted."""

    rank: int
    level: Level
    counted_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """`place` is what would be published now, `published` what was. Shares are by days looked back.

    `answers` is the part of n that answers weigh, on which the badge rests.
    """

    explained: Explained
    answers: Fraction
    place: Place
    published: Published | None
    shares: Sequence[tuple[int, Tally]]
    weeks: Sequence[Week]
    days: Sequence[Day]
    times: Times
    foreseen: Foreseen | None


def dashboard(*, actor: Actor, now: datetime) -> Dashboard:
    """The own one, as it stands now. At most seven SQL statements. Raises Forbidden for whoever has none."""
    with acting(actor):
        found = explained_here(actor=actor, now=now)
        seller_id, since = found.seller_id, now - timedelta(days=DAYS)
        [measure] = factors_of(sellers=[seller_id], at=now).values()
        total = summed(lines=found.lines)
        return Dashboard(
            explained=found,
            answers=Fraction(total.answers_n, W_ONE),
            place=place(total=total, weights=found.weights, measure=measure),
            published=_published(seller_id),
            shares=[(days, share(found=found, now=now, days=days)) for days in SPANS],
            weeks=weeks(lines=found.lines, on=now.date(), count=WEEKS),
            days=scores_since(seller_id=seller_id, on=since.date()),
            times=_times(seller_id, since),
            foreseen=_foreseen(found, now),
        )


def share(*, found: Explained, now: datetime, days: int) -> Tally:
    """What was due in the last days, by deadline."""
    return tally(lines=found.lines, since=clock.to_us(now - timedelta(days=days)))


def _times(seller_id: int, since: datetime) -> Times:
    amounts = deadlines.counted_times(seller_id=seller_id, since=since)
    return Times(
        answers=len(amounts),
        bins=spread(amounts=amounts, width=BIN_US, bins=BINS),
        half=quantile(amounts=amounts, percent=50),
        most=quantile(amounts=amounts, percent=90),
    )


def _foreseen(found: Explained, now: datetime) -> Foreseen | None:
    points = found.points
    waiting = [point.id for point in points if point.is_answer and point.stands is State.OPEN]
    if not waiting:
        return None
    overruns = deadlines.overruns(seller_id=found.seller_id, ids=waiting, now=now)
    at = clock.to_us(now)
    pair = pair_of(points=points, overruns=overruns, weights=found.weights, on=now.date(), at=at)
    overdue = sum(point.deadline < at for point in points if point.id in overruns)
    return Foreseen(open=len(overruns), overdue=overdue, pair=pair) if overruns else None


def _published(seller_id: int) -> Published | None:
    row = Shown.objects.filter(seller_id=seller_id, rank__isnull=False).first()
    if row is None or row.rank is None or row.level is None:
        return None
    return Published(rank=row.rank, level=Level(row.level), counted_on=row.snapshot_on)
