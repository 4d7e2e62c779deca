"""Book an examination: its entry, and the file's way out of quarantine, or not."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept
from helpdesk.attachments import storage
from helpdesk.attachments.actions.chains import chain_of
from helpdesk.attachments.models import File
from helpdesk.attachments.rules import copy_key, thumb_key
from helpdesk.attachments.terms import Due, Found, Kind, State
from helpdesk.kernel.actor import Actor

_FIRST, _LONGEST = timedelta(seconds=15), timedelta(minutes=15)


def book_examination(*, actor: Actor, now: datetime, due: Due, found: Found) -> Kept | None:
    """The entry, for whoever sees the file's own. None where the file was examined or erased meanwhile: then
    the copies that were made of an erased one are gone again. Raises Busy.
    """
    with acting(actor):
        row = _pending(due)
        if row is not None:
            return _book(actor, now, row, due, found)
    with acting(actor):
        mine = File.objects.filter(seller_id=due.ref.seller_id, id=due.ref.id)
        erased = mine.filter(erased_at__isnull=False).first()
    if erased is not None:
        for key in (copy_key(erased.storage_key), thumb_key(erased.storage_key)):
            storage.delete(key=key)
    return None


def postpone_examination(*, actor: Actor, now: datetime, due: Due) -> None:
    """Nothing could be found out: another look, later and later, for as long as it takes."""
    pause = min(_FIRST * 2 ** min(due.tries, 10), _LONGEST)
    with acting(actor):
        _waiting(due).update(look_at=now + pause)


def _waiting(due: Due) -> QuerySet[File]:
    return File.objects.filter(
        seller_id=due.ref.seller_id, id=due.ref.id, state=State.PENDING.value, erased_at=None
    )


def _pending(due: Due) -> File | None:
    """The row, with its chain locked first, in the order in which all deeds lock."""
    if (row := _waiting(due).first()) is None:
        return None
    hot.lock_chain(chain=row.chain)
    return _waiting(due).select_for_update().first()


def _book(actor: Actor, now: datetime, row: File, due: Due, found: Found) -> Kept:
    kept = archive.append(
        chain=chain_of(row=row),
        kind=Kind.EXAMINED,
        actor=actor,
        now=now,
        key=f"examined/{row.id}",
        values=found.values(),
        facts=found.facts(position=due.position),
        ref=[("examines", due.entry)],
    )
    copy = found.copy
    File.objects.filter(seller_id=row.seller_id, id=row.id).update(
        state=found.state.value,
        look_at=None,
        examined_by=kept.receipt.entry,
        examined_at=kept.receipt.at,
        has_copy=copy is not None,
        copy_type=copy and copy.type.value,
        width=copy and copy.width,
        height=copy and copy.height,
    )
    return kept
