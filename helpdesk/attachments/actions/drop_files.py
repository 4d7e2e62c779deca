"""Drop files: the objects of messages whose words are erased, originals and copies."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.attachments import storage
from helpdesk.attachments.models import File
from helpdesk.attachments.rules import copy_key, thumb_key
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref


def drop_files(*, actor: Actor, now: datetime, entries: Sequence[Ref]) -> int:
    """How many files of these messages had objects that are gone now. It asks for no rights: the erasure that
    calls it has them. Called again it goes on where it broke off.

    Raises Busy where the storage is not to be had; then nobody opens the files any more, but they are there.
    """
    dropped = 0
    for seller_id, entry in entries:
        with acting(actor):  # first nobody opens them, and no examination makes copies of them any more
            found = File.objects.filter(seller_id=seller_id, entry_id=entry, dropped_at=None)
            found.update(erased_at=now, look_at=None)
            keys = [*found.values_list("id", "storage_key")]
        for id, key in keys:
            for object_ in (key, copy_key(key), thumb_key(key)):
                storage.delete(key=object_)
            with acting(actor):
                File.objects.filter(seller_id=seller_id, id=id).update(dropped_at=now, has_copy=False)
            dropped += 1
    return dropped
