"""A Seller's standing as the Platform and its administrators see it: what is published, and what makes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.standing.policies import can_read_feed
from helpdesk.standing.queries.dashboard import SPANS, share
from helpdesk.standing.queries.explained import Explained, explained_of
from helpdesk.standing.queries.feed import valid_until
from helpdesk.standing.terms import Level, Tally

_PUBLISHED = """
    SELECT s.external_id, (SELECT max(snapshot_on) FROM standing_shown),
           p.id, p.at, p.counted_on, p.rank, p.visibility, p.measure, p.level, p.weights
    FROM marketplace_seller s
    LEFT JOIN standing_shown w ON w.seller_id = s.seller_id
    LEFT JOIN standing_publication p ON p.seller_id = w.seller_id AND p.id = w.published_by
    WHERE s.seller_id = %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedNow:
    """What the Platform's search is told: factors in thousandths, the UTC day counted, the entry of it."""

    entry: Ref
    at: datetime
    counted_on: date | None
    rank: int
    visibility: int
    measure: int
    level: Level
    weights: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenStanding:
    """`published` is None before anything was, and holds until `valid_until`; `shares` are by days looked
    back, by deadline.
    """

    seller: str
    published: PublishedNow | None
    valid_until: datetime
    explained: Explained
    shares: Sequence[tuple[int, Tally]]


def standing_seen(*, actor: Actor, now: datetime, seller_id: int) -> SeenStanding:
    """As it stands now. Three SQL statements beside the scope's. Raises Forbidden, NotFound."""
    if not can_read_feed(actor=actor):
        raise Forbidden("standing.feed")
    with acting(actor):
        rows = hot.rows(_PUBLISHED, [seller_id])
        if not rows:
            raise NotFound("seller.not_found")
        seller, last, *published = rows[0]
        found = explained_of(seller_id=seller_id, now=now)
    return SeenStanding(
        seller=seller,
        published=_published(seller_id, *published) if published[0] else None,
        valid_until=valid_until(last=last, now=now),
        explained=found,
        shares=[(days, share(found=found, now=now, days=days)) for days in SPANS],
    )


def _published(
    seller_id: int,
    id: UUID,
    at: datetime,
    counted_on: date | None,
    rank: int,
    visibility: int,
    measure: int,
    level: str,
    weights: int,
) -> PublishedNow:
    return PublishedNow(
        entry=Ref(seller_id, id),
        at=at,
        counted_on=counted_on,
        rank=rank,
        visibility=visibility,
        measure=measure,
        level=Level(level),
        weights=weights,
    )
