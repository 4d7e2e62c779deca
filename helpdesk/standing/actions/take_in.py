"""Take in entries: what their leaves say of obligations, carried into the points that are there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import connection

from helpdesk.archive import queries as archive
from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor
from helpdesk.standing.models import Feed
from helpdesk.standing.models import Point as Row
from helpdesk.standing.queries.ledgers import Ledgers, ledgers_of, row_of
from helpdesk.standing.rules.folding import named, take_in
from helpdesk.standing.rules.reading import changes_in
from helpdesk.standing.terms import Change, Kind

_CHANGING = ["state", "overrun_us", "deadline_us", "by_entry", "code", "ruled", "ruled_by"]
_RATED = """
    INSERT INTO standing_shown (seller_id, rated, due) SELECT unnest(%s::bigint[]), true, true
    ON CONFLICT (seller_id) DO UPDATE SET rated = true WHERE NOT standing_shown.rated
"""


def take_in_entries(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """At most six SQL statements, whatever their number; taking in twice changes nothing.

    In the reaction's transaction and scope (`actor` is the system, which sees all rows).
    """
    _feed([one for one in entries if one.kind == Kind.PUBLISHED])
    changes = _read([one for one in entries if one.kind != Kind.PUBLISHED])
    if not changes:
        return
    ledgers = ledgers_of(ids={seller: named(said) for seller, said in changes.items()})
    before = {seller: dict(ledger) for seller, ledger in ledgers.items()}
    for seller, said in changes.items():
        take_in(ledger=ledgers[seller], changes=said)
    _store(before, ledgers)


def _read(entries: Sequence[Numbered]) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = defaultdict(list)
    leaves = archive.leaves_of(entries=entries) if entries else []
    for entry, leaf in zip(entries, leaves, strict=True):
        if said := changes_in(leaf=leaf):
            found[entry.seller_id] += said
    return found


def _store(before: Ledgers, after: Ledgers) -> None:
    rows = [
        row_of(seller_id=seller, point=point)
        for seller, ledger in after.items()
        for id, point in ledger.items()
        if before[seller].get(id) != point
    ]
    Row.objects.bulk_create(
        rows, update_conflicts=True, update_fields=_CHANGING, unique_fields=["seller_id", "id"]
    )
    _note_rated({row.seller_id for row in rows})


def _note_rated(sellers: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_RATED, [sorted(sellers)])


def _feed(entries: Sequence[Numbered]) -> None:
    rows = [Feed(number=one.number, seller_id=one.seller_id, entry_id=one.entry_id) for one in entries]
    if rows:
        Feed.objects.bulk_create(rows, ignore_conflicts=True)
