"""The order of the log."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection
from django.db.models import Max, Q

from helpdesk.archive.models import Number
from helpdesk.archive.terms import Audience, Numbered

SPAN: Final = 20_000  # numbers that one look at what changed goes through, whatever kinds it is after
_SPAN = """
    SELECT count(*), coalesce(min(n.number) - 1, -1), coalesce(max(n.number), -1)
    FROM archive_entry e JOIN archive_number n ON n.seller_id = e.seller_id AND n.entry_id = e.id
    WHERE e.kind = %s AND e.at >= %s AND e.at < %s
"""


def span_of(*, kind: str, since: datetime, until: datetime) -> tuple[int, int, int]:
    """How many entries of a kind are of that time (half-open), the number before the first, and the last's.

    In the present scope; -1 for both where there are none. One SQL statement, as long as the log is.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SPAN, [kind, since, until])
        found: tuple[int, int, int] = cursor.fetchone()
        return found


def last_number() -> int:
    """The highest number given so far; -1 for an empty log."""
    highest = Number.objects.aggregate(highest=Max("number"))["highest"]
    return -1 if highest is None else int(highest)


def number_of(*, seller_id: int, entry_id: UUID) -> int | None:
    """The number of an entry; None while it waits for the sequencer, or when the scope hides it."""
    return (
        Number.objects.filter(seller_id=seller_id, entry_id=entry_id).values_list("number", flat=True).first()
    )


def numbered_after(*, number: int, up_to: int, kinds: Sequence[str], limit: int) -> list[Numbered]:
    """The next entries of these kinds, in order, none beyond `up_to`."""
    rows = Number.objects.filter(number__gt=number, number__lte=up_to, kind__in=kinds).order_by("number")[
        :limit
    ]
    return [
        Numbered(
            number=row.number,
            entry_id=row.entry_id,
            seller_id=row.seller_id,
            buyer_id=row.buyer_id,
            audience=Audience(row.audience),
            kind=row.kind,
            chain=row.chain,
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Entries in order; all up to number `through` was looked at, and `more` says whether more is there."""

    entries: Sequence[Numbered]
    through: int
    more: bool


def changes_after(*, number: int, kinds: Sequence[str], limit: int) -> Changes:
    """The next entries of these kinds, at most `limit`, among the next SPAN numbers: the log may be long and
    hold none. In the present scope. Two SQL statements.
    """
    last = last_number()
    up_to = min(last, number + SPAN)
    entries = numbered_after(number=number, up_to=up_to, kinds=kinds, limit=limit)
    through = entries[-1].number if len(entries) == limit else max(up_to, number)
    return Changes(entries=entries, through=through, more=through < last)


def named_by(*, entries: Sequence[Numbered], columns: Sequence[str]) -> Q:
    """Rows of which one of these columns holds one of the entries."""
    ids = [one.entry_id for one in entries]
    found = Q()
    for column in columns:
        found |= Q(**{f"{column}__in": ids})
    return found & Q(seller_id__in={one.seller_id for one in entries})


def latest_of(
    *, rows: Iterable[Any], entries: Sequence[Numbered], columns: Sequence[str]
) -> dict[tuple[int, UUID], int]:
    """Of each row, by seller and id, the number of the last of the entries that its columns hold; else -1."""
    at = {(one.seller_id, one.entry_id): one.number for one in entries}
    return {
        (row.seller_id, row.id): max(at.get((row.seller_id, getattr(row, column)), -1) for column in columns)
        for row in rows
    }
