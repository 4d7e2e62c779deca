"""Take snapshots: the sums of each Seller at the end of a day."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from django.db import connection

from helpdesk.archive import queries as archive
from helpdesk.archive.database.scope import acting
from helpdesk.deadlines import queries as deadlines
from helpdesk.kernel.actor import Actor
from helpdesk.standing.models import Grade, Shown, Snapshot
from helpdesk.standing.queries.measures import factors_of
from helpdesk.standing.queries.totals import stand_ins, totals_on
from helpdesk.standing.queries.weights import weights_on
from helpdesk.standing.rules.grading import grade
from helpdesk.standing.rules.placing import is_news, place
from helpdesk.standing.rules.scoring import score
from helpdesk.standing.terms import REACTION, Sums, Weights
from helpdesk.standing.terms.grades import GRADE_DAYS

_NOTE = """
    INSERT INTO standing_shown (seller_id, rated, due)
    SELECT s.seller_id, false, true FROM marketplace_seller s
    WHERE NOT EXISTS (SELECT FROM standing_shown k WHERE k.seller_id = s.seller_id)
    ORDER BY s.seller_id LIMIT %s
    ON CONFLICT (seller_id) DO NOTHING
"""
_COUNTED = """
    UPDATE standing_shown k SET snapshot_on = %s, due = k.due OR news.due
    FROM unnest(%s::bigint[], %s::boolean[]) AS news (seller_id, due) WHERE k.seller_id = news.seller_id
"""


def note_sellers(*, actor: Actor, now: datetime, limit: int) -> int:
    """How many sellers were new: each has a place from now on, before anybody has asked anything."""
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_NOTE, [limit])
        return int(cursor.rowcount)


def take_snapshots(*, actor: Actor, now: datetime, on: date, limit: int) -> int | None:
    """How many sellers were counted, at most `limit`, of those who have not been for that UTC day.

    None: not yet, for the day is not over, or not all of its entries have been taken in. Workers may share
    the sellers; whoever is cut short goes on where it stopped. Ten SQL statements, whatever the number.
    """
    end = datetime.combine(on + timedelta(days=1), time.min, tzinfo=UTC)
    with acting(actor):
        through = archive.reached_by(reaction=REACTION)  # which waits until these sellers are counted
        if now < end or archive.is_behind(number=through, until=end):
            return None
        rows = _waiting(on, limit)
        if rows:
            weights = weights_on(on=on)
            found = totals_on(sellers=[row.seller_id for row in rows], weights=weights, on=on)
            _store(found, weights, on, through)
            _grade(found, weights, on, end)
            _note_news(rows, found, weights, on, now)
    return len(rows)


def _waiting(on: date, limit: int) -> list[Shown]:
    rows = Shown.objects.select_for_update(skip_locked=True).filter(rated=True)
    never = list(rows.filter(snapshot_on=None).order_by("seller_id")[:limit])
    return never or list(rows.filter(snapshot_on__lt=on).order_by("snapshot_on", "seller_id")[:limit])


def _store(found: Mapping[int, Sums], weights: Weights, on: date, through: int) -> None:
    seen = stand_ins(sellers=list(found))
    rows = [
        Snapshot(
            seller_id=seller,
            counted_on=on,
            seller=seen[seller],
            weights=weights.version,
            through=through,
            n=Decimal(total.n),
            m=Decimal(total.m),
            answers_n=Decimal(total.answers_n),
            answers_m=Decimal(total.answers_m),
        )
        for seller, total in found.items()
    ]
    Snapshot.objects.bulk_create(rows, ignore_conflicts=True)


def _grade(found: Mapping[int, Sums], weights: Weights, on: date, end: datetime) -> None:
    """What Buyers see until the next day is counted, so that no page has to count anything."""
    since = end - timedelta(days=GRADE_DAYS)
    times = deadlines.counted_times_of(sellers=list(found), since=since, until=end)
    rows = []
    for seller, total in found.items():
        one = grade(score=score(total=total, weights=weights), amounts=times[seller])
        row = {"level": one.level.value, "score": one.score, "usually": one.usually}
        rows.append(Grade(seller_id=seller, counted_on=on, **row))
    Grade.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["seller_id"],
        update_fields=["counted_on", "level", "score", "usually"],
    )


def _note_news(
    rows: Sequence[Shown], found: Mapping[int, Sums], weights: Weights, on: date, now: datetime
) -> None:
    factors = factors_of(sellers=list(found), at=now)
    news = [
        is_news(
            place=place(total=found[row.seller_id], weights=weights, measure=factors[row.seller_id]),
            rank=row.rank,
            level=row.level,
        )
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED, [on, [row.seller_id for row in rows], news])
