"""The order of the log."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Max

from helpdesk.archive.models import Number
from helpdesk.archive.terms import Audience, Numbered

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
