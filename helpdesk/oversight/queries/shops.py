"""Shops as the desk sees them: the most urgent first, and one of them in full. Never a word of a message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.enforcement import queries as enforcement
from helpdesk.enforcement.terms import MeasureShown
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.queries import seller_of
from helpdesk.marketplace.terms.restrictions import RestrictionKind
from helpdesk.marketplace.terms.shown import SellerShown
from helpdesk.oversight.policies import can_see_figures
from helpdesk.oversight.queries.days import Warmth, weeks_of
from helpdesk.standing import queries as standing
from helpdesk.standing.terms import Day, Level, Score

SHOPS = 100
LOOKS_BACK = 30  # days of the share in time
TREND_DAYS = 90

_SHOPS = """
    SELECT s.seller_id, s.name::text, s.country::text, coalesce(n.open, 0), coalesce(n.overdue, 0),
           coalesce(d.met, 0), coalesce(d.due, 0), w.rank, w.level::text,
           ARRAY(SELECT r.kind::text FROM marketplace_restriction r WHERE r.seller_id = s.seller_id
                 AND r.starts_at <= %(now)s AND (r.ends_at IS NULL OR r.ends_at > %(now)s)
                 AND (r.lifted_at IS NULL OR r.lifted_at > %(now)s)
                 ORDER BY r.starts_at),
           EXISTS (SELECT FROM enforcement_proposal p
                   WHERE p.seller_id = s.seller_id AND p.settled_by IS NULL)
    FROM marketplace_seller s
    LEFT JOIN (
        SELECT seller_id, sum(met) AS met, sum(met + late + missed) AS due FROM oversight_day
        WHERE on_day > %(since)s AND (%(market)s::text IS NULL OR market = %(market)s) GROUP BY seller_id
    ) d ON d.seller_id = s.seller_id
    LEFT JOIN (
        SELECT seller_id, sum(open) AS open, sum(overdue) AS overdue FROM oversight_day
        WHERE on_day = (SELECT until_day FROM oversight_counted)
          AND (%(market)s::text IS NULL OR market = %(market)s) GROUP BY seller_id
    ) n ON n.seller_id = s.seller_id
    LEFT JOIN standing_shown w ON w.seller_id = s.seller_id
    WHERE (%(seller)s::bigint IS NULL OR s.seller_id = %(seller)s)
      AND (%(words)s = '' OR strpos(lower(s.name), lower(%(words)s)) > 0 OR s.external_id = %(words)s)
      AND (%(market)s::text IS NULL OR d.seller_id IS NOT NULL OR n.seller_id IS NOT NULL)
    ORDER BY 11 DESC, coalesce(n.overdue, 0) DESC, coalesce(d.due - d.met, 0) DESC, coalesce(n.open, 0) DESC,
             s.name, s.seller_id
    LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopRow:
    """A shop in a line. `open` and `overdue` as of the last count; `met` of `due` in the last 30 days; `rank`
    in thousandths, None before anything was published; `proposed`: a measure waits for a decision.
    """

    seller_id: int
    name: str
    country: str
    open: int
    overdue: int
    met: int
    due: int
    rank: int | None
    level: Level | None
    restricted: Sequence[RestrictionKind]
    proposed: bool

    @property
    def share(self) -> float | None:
        """In time, 0..1; None where nothing was due."""
        return self.met / self.due if self.due else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopFile:
    """All that the desk has of a shop in numbers, and its measures, the latest first."""

    shop: SellerShown
    row: ShopRow
    mondays: Sequence[date]
    weeks: Warmth
    score: Score
    trend: Sequence[Day]
    measures: Sequence[MeasureShown]


def shops(*, actor: Actor, now: datetime, words: str = "", market: str | None = None) -> list[ShopRow]:
    """At most 100: those with a proposal first, then by what is overdue and what was not in time.

    `words` is a part of the name, or the Platform's id. One SQL statement beside the scope's. Forbidden.
    """
    return _shops(actor, now, words=words.strip()[:120], market=market)


def shop_file(*, actor: Actor, now: datetime, seller_id: int) -> ShopFile:
    """One of them. Raises Forbidden, NotFound. At most ten SQL statements beside the scope's."""
    if not can_see_figures(actor=actor):
        raise Forbidden("oversight.not_yours")
    shop = seller_of(actor=actor, seller_id=seller_id)
    [row] = _shops(actor, now, seller_id=seller_id)
    mondays, weeks = weeks_of(actor=actor, now=now, seller_id=seller_id)
    return ShopFile(
        shop=shop,
        row=row,
        mondays=mondays,
        weeks=weeks,
        score=standing.standing_of(actor=actor, now=now, seller_id=seller_id).score,
        trend=standing.trend_of(actor=actor, seller_id=seller_id, on=now.date() - timedelta(days=TREND_DAYS)),
        measures=enforcement.measures_of(actor=actor, seller_id=seller_id),
    )


def _shops(
    actor: Actor,
    now: datetime,
    *,
    words: str = "",
    market: str | None = None,
    seller_id: int | None = None,
) -> list[ShopRow]:
    if not can_see_figures(actor=actor):
        raise Forbidden("oversight.not_yours")
    given: dict[str, Any] = {
        "now": now,
        "since": now.date() - timedelta(days=LOOKS_BACK),
        "words": words,
        "market": market,
    }
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_SHOPS, given | {"seller": seller_id, "limit": SHOPS})
        rows = cursor.fetchall()
    return [_row(row) for row in rows]


def _row(row: tuple[Any, ...]) -> ShopRow:
    id, name, country, waiting, overdue, met, due, rank, level, kinds, proposed = row
    return ShopRow(
        seller_id=id,
        name=name,
        country=country,
        open=waiting,
        overdue=overdue,
        met=met,
        due=due,
        rank=rank,
        level=Level(level) if level else None,
        restricted=[RestrictionKind(kind) for kind in kinds],
        proposed=proposed,
    )
