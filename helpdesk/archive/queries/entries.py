"""One entry, for those who may see it."""

from dataclasses import dataclass
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Number
from helpdesk.archive.queries.numbers import number_of
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryShown:
    """The leaf as it was sealed, and its number once it has one."""

    kind: str
    leaf: bytes
    leaf_hash: bytes
    number: int | None


def entry_of(*, actor: Actor, entry: Ref) -> EntryShown:
    """Two SQL statements beside the scope's. Raises NotFound, for strangers as for nothing."""
    with acting(actor):
        row = Entry.objects.filter(seller_id=entry.seller_id, id=entry.id).first()
        if row is None:
            raise NotFound("entry.not_found")
        number = number_of(seller_id=entry.seller_id, entry_id=entry.id)
    return EntryShown(kind=row.kind, leaf=bytes(row.leaf), leaf_hash=bytes(row.leaf_hash), number=number)


def is_entry(*, entry: Ref) -> bool:
    """Whether the scope has such an entry. One SQL statement."""
    return Entry.objects.filter(seller_id=entry.seller_id, id=entry.id).exists()


def entry_at(*, number: int) -> Ref | None:
    """The entry with this number in the order of the log. One SQL statement."""
    row = Number.objects.filter(number=number).values_list("seller_id", "entry_id").first()
    return None if row is None else Ref(*row)


def entry_with_id(*, id: UUID) -> Ref | None:
    """An entry by the id in its leaf, among those of all sellers: one SQL statement, and not a quick one."""
    row = Entry.objects.filter(id=id).values_list("seller_id", "id").first()
    return None if row is None else Ref(*row)
