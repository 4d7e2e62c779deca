"""Stored scores."""

from collections.abc import Sequence
from datetime import date

from helpdesk.standing.models import Snapshot
from helpdesk.standing.terms import Sums


def sums_in(row: Snapshot) -> Sums:
    """The sums that a row holds."""
    return Sums(n=int(row.n), m=int(row.m), answers_n=int(row.answers_n), answers_m=int(row.answers_m))


def stored_on(*, sellers: Sequence[int], on: date) -> dict[int, Snapshot]:
    """The snapshots of a day, by seller, in the present scope. One SQL statement."""
    rows = Snapshot.objects.filter(counted_on=on, seller_id__in=list(sellers))
    return {row.seller_id: row for row in rows}
