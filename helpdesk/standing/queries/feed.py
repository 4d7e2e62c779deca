"""The feed of visibility for the Platform's search: in the order of the log, and again and again alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Max

from helpdesk.archive import queries as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.standing.models import Shown
from helpdesk.standing.policies import can_read_feed
from helpdesk.standing.rules.feeding import factor, instant, note
from helpdesk.tlog import notes

VALID_DAYS = 2  # after the end of the last day that was counted: one snapshot may fail, and be made up for
_ROWS = """
    SELECT f.number, f.seller_id, f.entry_id, s.external_id, p.at, p.counted_on, p.rank, p.visibility,
           p.measure, p.level, p.weights
    FROM standing_feed f
    JOIN standing_publication p ON p.seller_id = f.seller_id AND p.id = f.entry_id
    JOIN marketplace_seller s ON s.seller_id = f.seller_id
    WHERE f.number > %s ORDER BY f.number LIMIT %s
"""

Row = Mapping[str, int | str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPage:
    """Rows after a number of the log, as they are signed by `signed_note` (C2SP signed-note).

    `valid_until` holds for the latest row of each seller, on whichever page.
    """

    rows: Sequence[Row]
    valid_until: datetime
    signed_note: str

    @property
    def valid_until_shown(self) -> str:
        """As it is signed."""
        return instant(self.valid_until)


def feed(*, actor: Actor, now: datetime, after: int, limit: int) -> FeedPage:
    """Publications after a number, at most `limit`. Three SQL statements. Raises Forbidden."""
    if not can_read_feed(actor=actor):
        raise Forbidden("standing.feed")
    with acting(actor):
        rows = [_row(*row) for row in hot.rows(_ROWS, [after, limit])]
        until = valid_until(last=Shown.objects.aggregate(last=Max("snapshot_on"))["last"], now=now)
    return FeedPage(rows=rows, valid_until=until, signed_note=_signed(rows, after, until))


def valid_until(*, last: date | None, now: datetime) -> datetime:
    """Until when what was published holds, where `last` is the last UTC day that was counted, if one was."""
    day = last or now.date() - timedelta(days=1)
    return datetime.combine(day + timedelta(days=1 + VALID_DAYS), time.min, tzinfo=UTC)


def _signed(rows: Sequence[Row], after: int, until: datetime) -> str:
    signer = archive.receipt_signer(origin=archive.trees()[-1].origin)
    return notes.sign(note(rows=rows, after=after, valid_until=until), signer)


def _row(
    number: int,
    seller_id: int,
    entry: UUID,
    seller: str,
    at: datetime,
    on: date | None,
    rank: int,
    visibility: int,
    measure: int,
    level: str,
    weights: int,
) -> Row:
    return {
        "number": number,
        "explanation": str(Ref(seller_id, entry)),
        "seller": seller,
        "published_at": instant(at),
        "counted_on": on.isoformat() if on else "",
        "rank_factor": factor(rank),
        "visibility": factor(visibility),
        "measure": factor(measure),
        "level": level,
        "weights": weights,
    }
