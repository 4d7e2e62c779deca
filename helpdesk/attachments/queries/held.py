"""Files that wait for a person."""

from django.db.models import QuerySet

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.models import File
from helpdesk.attachments.terms import HeldFile, State
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref


def held_files(*, actor: Actor, limit: int) -> list[HeldFile]:
    """Those that wait, the oldest first. One SQL statement beside the scope's."""
    with acting(actor):
        rows = File.objects.filter(state=State.HELD.value, settled_by=None, erased_at=None)
        return [_held(row) for row in rows.order_by("examined_at", "id")[:limit]]


def held_rows() -> QuerySet[File]:
    """Those that wait, in no order, for rooms above; row security applies."""
    return File.objects.filter(state=State.HELD.value, settled_by=None, erased_at=None)


def examined_file(*, examined: Ref) -> HeldFile | None:
    """The file of this examination, whatever came of it, in the present scope. One SQL statement."""
    rows = File.objects.filter(seller_id=examined.seller_id, examined_by=examined.id, erased_at=None)
    return next((_held(row) for row in rows), None)


def held_file(*, examined: Ref) -> HeldFile | None:
    """The file of this examination, waiting or settled, in the present scope. One SQL statement."""
    rows = File.objects.filter(
        seller_id=examined.seller_id, examined_by=examined.id, state=State.HELD.value, erased_at=None
    )
    return next((_held(row) for row in rows), None)


def _held(row: File) -> HeldFile:
    assert row.examined_by is not None  # the constraint attachments_file_examined, of what is not pending
    assert row.examined_at is not None
    assert row.buyer_id is not None  # only what both sides see is held
    return HeldFile(
        ref=Ref(row.seller_id, row.id),
        conversation=Ref(row.seller_id, row.chain),
        entry=row.entry_id,
        position=row.position,
        examined=row.examined_by,
        side=Side(row.side),
        buyer_id=row.buyer_id,
        at=row.examined_at,
        state=State(row.state),
        settled=State(row.settled_as) if row.settled_as else None,
    )
