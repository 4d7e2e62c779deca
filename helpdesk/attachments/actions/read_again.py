"""Read a file again that was examined before search had its text: an index that follows the record."""

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Value
from helpdesk.attachments.actions.examine_file import fetched, sealed_of
from helpdesk.attachments.actions.take_up_files import LEASE
from helpdesk.attachments.models import File
from helpdesk.attachments.queries import unheard
from helpdesk.attachments.rules import read_value
from helpdesk.attachments.terms import FILE_VALUE, OPEN_STATES, Due, Sealed
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref

T = TypeVar("T")


def take_up_unheard(*, actor: Actor, now: datetime, limit: int) -> list[Due]:
    """The oldest of them, at most `limit`; nobody else gets them before LEASE has passed, nor for ever."""
    with acting(actor):
        waiting = unheard(now=now).order_by("at", "id")
        rows = [*waiting.select_for_update(skip_locked=True)[:limit]]
        for row in rows:
            mine = File.objects.filter(seller_id=row.seller_id, id=row.id)
            mine.update(look_at=now + LEASE, hear_tries=row.hear_tries + 1)
    return [
        Due(
            ref=Ref(row.seller_id, row.id),
            entry=row.entry_id,
            position=row.position,
            tries=row.hear_tries + 1,
        )
        for row in rows
    ]


def read_again(
    *, actor: Actor, now: datetime, due: Due, read: Callable[[Path, Sealed], T]
) -> tuple[Sealed, T] | None:
    """What `read` makes of the file on disk; None where it is erased, or no more what was sealed.

    Writes nothing. Raises Busy (storage not to be had).
    """
    with acting(actor):
        row = unheard(now=None).filter(seller_id=due.ref.seller_id, id=due.ref.id).first()
        sealed = Value.objects.filter(
            seller_id=due.ref.seller_id, entry_id=due.entry, name=FILE_VALUE.format(due.position)
        ).first()
    if row is None or sealed is None:
        return None
    said = read_value(bytes(sealed.value))
    with tempfile.TemporaryDirectory(prefix="helpdesk-") as folder:
        original = Path(folder, "original")
        if fetched(row.storage_key, original) != said["digest"]:
            return None
        found = sealed_of(row, said)
        return found, read(original, found)


def note_heard(*, actor: Actor, now: datetime, file: Ref) -> bool | None:
    """Search has its text, in this transaction. Whether both sides open it; None: it is erased meanwhile."""
    with acting(actor):
        mine = File.objects.filter(seller_id=file.seller_id, id=file.id, erased_at=None)
        row = mine.select_for_update().first()
        if row is None:
            return None
        mine.update(heard_at=now, look_at=None)
        return (row.settled_as or row.state) in {state.value for state in OPEN_STATES}
