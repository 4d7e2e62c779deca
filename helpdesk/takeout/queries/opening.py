"""The file of an export, to be sent to its owner."""

from datetime import datetime
from typing import IO, cast

from django.core.files.storage import storages

from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.troubles import of_storage
from helpdesk.takeout.queries.exports import key_of_export

STORAGE = "exports"


def open_export(*, actor: Actor, now: datetime, export: Ref) -> IO[bytes]:
    """At its start; whoever gets it closes it. Raises Forbidden, NotFound (not theirs, not ready, gone),
    Busy where the storage is not to be had.
    """
    key = key_of_export(actor=actor, now=now, export=export)
    with of_storage(missing="export.not_there"):
        return cast("IO[bytes]", storages[STORAGE].open(key, "rb"))
