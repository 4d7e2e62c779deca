"""Short ways through a day of standing."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import uuid4

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.config.wiring import REACTIONS
from helpdesk.kernel.actor import SYSTEM
from helpdesk.standing import actions, queries
from helpdesk.standing.models import Point, Snapshot
from helpdesk.standing.queries.snapshots import sums_in
from helpdesk.standing.terms import REACTION, Sums
from helpdesk.standing.terms.recomputed import Difference

ONLY = {kind: (REACTION,) for kind, names in REACTIONS.items() if REACTION in names}


def follow(now: datetime) -> None:
    """Number what waits, and take it in."""
    archive.number_entries(actor=SYSTEM, now=now)
    while archive.run_reactions(actor=SYSTEM, now=now, wiring=ONLY):
        pass


def snapshot(on: date, now: datetime) -> int:
    """Of all sellers."""
    follow(now)
    done = 0
    while found := actions.take_snapshots(actor=SYSTEM, now=now, on=on, limit=100):
        done += found
    assert found == 0, "the day was not over, or not all of it taken in"
    return done


def publish(now: datetime) -> list[Entry]:
    """What is due; the entries of it, the oldest first."""
    actions.note_sellers(actor=SYSTEM, now=now, limit=100)
    actions.publish_standings(actor=SYSTEM, now=now, limit=100)
    with everything():
        return list(Entry.objects.filter(kind="standing.published").order_by("seller_id", "n"))


def stored(seller_id: int, on: date) -> Sums:
    """The sums of a day."""
    with everything():
        return sums_in(Snapshot.objects.get(seller_id=seller_id, counted_on=on))


def more(*, count: int, **changes: object) -> None:
    """Further points like one that was met, each of a Buyer of its own."""
    with everything():
        row = Point.objects.filter(state="met")[0]
        kept = {field.attname: getattr(row, field.attname) for field in Point._meta.concrete_fields}
        Point.objects.bulk_create(
            Point(**(kept | changes | {"id": uuid4(), "pair": uuid4()})) for _ in range(count)
        )


def differences(on: date) -> Sequence[Difference]:
    """What a recomputation finds."""
    parts = queries.recomputed_for_system(on=on)
    return [one for part in parts for one in part.differences]
