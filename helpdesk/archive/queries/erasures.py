"""What was erased, when, and on which ground; and what there is to erase."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from helpdesk.archive.models import Entry, Erasure, Value
from helpdesk.archive.rules.erasing import ERASED
from helpdesk.archive.terms import Erased
from helpdesk.kernel.actor import SYSTEM


def erased_of(*, seller_id: int, entries: Iterable[UUID]) -> dict[UUID, Erased]:
    """Which of these entries of a seller were erased, in the present scope. One SQL statement."""
    rows = Erasure.objects.filter(seller_id=seller_id, id__in=list(entries))
    return {row.id: Erased(entry=row.ordered_by, ground=row.ground, at=row.at) for row in rows}


def erasures() -> QuerySet[Erasure]:
    """Orders by entry, in no order, for subqueries of rooms above; row security applies."""
    return Erasure.objects.all()


def unfinished_erasures() -> int:
    """Orders of the present scope that wait to be carried out."""
    return Erasure.objects.filter(done_at=None).count()


def erasable(*, seller_id: int, chains: Sequence[UUID], limit: int | None = None) -> dict[UUID, list[UUID]]:
    """Entries with values that people brought, by chain, in the present scope. One SQL statement.

    Not orders to erase, which must keep saying who gave them, nor what the system noted by itself.
    """
    here = {"seller_id": seller_id}
    found = (
        Entry.objects.filter(**here, chain__in=list(chains)).exclude(kind=ERASED).exclude(actor=SYSTEM.person)
    )
    found = found.filter(Exists(Value.objects.filter(**here, entry_id=OuterRef("id"))))
    found = found.exclude(Exists(Erasure.objects.filter(**here, id=OuterRef("id")))).order_by("chain", "n")
    by_chain: dict[UUID, list[UUID]] = {}
    for chain, id in found.values_list("chain", "id")[:limit]:
        by_chain.setdefault(chain, []).append(id)
    return by_chain


def oldest_of_kind(*, kind: str, before: datetime, limit: int) -> list[Entry]:
    """Entries of the operator's own chains before an instant that still have values, the oldest first.

    One SQL statement.
    """
    found = Entry.objects.filter(seller_id=0, kind=kind, at__lt=before)
    found = found.filter(Exists(Value.objects.filter(seller_id=0, entry_id=OuterRef("id"))))
    found = found.exclude(Exists(Erasure.objects.filter(seller_id=0, id=OuterRef("id"))))
    return list(found.order_by("at")[:limit])
