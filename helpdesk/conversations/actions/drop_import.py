"""Drop an import: its file goes; one that runs stops behind the thread in hand, which stays."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.actions.intaking import locked, refuse_strangers, without_file
from helpdesk.kernel.actor import Actor


def drop_import(*, actor: Actor, now: datetime, intake: UUID) -> None:
    """What is in stays in. One that is over, or was dropped, stays as it is.

    Raises Forbidden, NotFound, Busy.
    """
    refuse_strangers(actor)
    with acting(actor):
        row = locked(intake)
        if row.ended_at is None and row.removed_at is None:
            without_file(row, removed_at=now)
