"""Which rows match, by the one function that looks into the index."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from helpdesk.archive.database import hot
from helpdesk.search import rules
from helpdesk.search.terms import CANDIDATES, FEW, REACH, Asked, Kind

_MATCH = (
    "SELECT * FROM search_match_v5(%s::text, %s::text, %s::text[], %s::text, %s::timestamptz,"
    " %s::timestamptz, %s::text, %s::boolean, %s::boolean, %s::text, %s::integer, %s::integer, %s::integer)"
)


class Match(NamedTuple):
    """A row of the index."""

    seller_id: int
    id: UUID
    kind: str
    conversation_id: UUID
    at: datetime
    score: float

    @property
    def rank(self) -> tuple[float, datetime, UUID]:
        """The greater, the better."""
        return self.score, self.at, self.id


class Matches(NamedTuple):
    """What matches, the best first; `more` are known to be there."""

    best: list[Match]
    more: bool
    forgiving: bool


def matches(*, asked: Asked, kinds: Sequence[Kind] | None = None, zone: str = "UTC") -> Matches:
    """In the present scope. One SQL statement, one more where nothing is written quite so."""
    exact = _looked(asked, kinds, zone, forgiving=False)
    return exact if exact.best else _looked(asked, kinds, zone, forgiving=True)


def _looked(asked: Asked, kinds: Sequence[Kind] | None, zone: str, *, forgiving: bool) -> Matches:
    """One more than is counted, so that it shows that there are more."""
    kept = asked.filters
    asking: list[object] = [
        rules.query(asked, forgiving=forgiving),
        rules.ranking(asked, forgiving=forgiving),
        None if kinds is None else [kind.value for kind in kinds],
        kept.market,
        midnight(kept.since, zone),
        midnight(kept.until, zone),
        *(kept.side, kept.has_file, kept.waiting, kept.case),
    ]
    rows = [Match(*row) for row in hot.rows(_MATCH, [*asking, CANDIDATES + 1, FEW, REACH])]
    most = FEW if len(rows) == FEW + 1 else CANDIDATES
    best = sorted(rows[:most], key=lambda one: one.rank, reverse=True)
    return Matches(best, more=len(rows) > most, forgiving=forgiving)


def midnight(day: date | None, zone: str) -> datetime | None:
    """The day's first instant, in UTC; None where the calendar ends."""
    if day is None or day.year in (1, 9999):
        return None
    return datetime.combine(day, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC)
