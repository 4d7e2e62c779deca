"""Begin an import: what was tried shall be kept; the worker takes it in."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.actions.intaking import COUNTS, locked, refuse_strangers
from helpdesk.conversations.models import Intake
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict


def begin_import(*, actor: Actor, now: datetime, intake: UUID) -> None:
    """Once; again changes nothing. It is imported in the name of whoever says so.

    Raises Forbidden, NotFound, Conflict (not tried yet, or gone).
    """
    refuse_strangers(actor)
    with acting(actor):
        row = locked(intake)
        if row.run_at is not None:
            return
        if row.tried_at is None or row.removed_at is not None:
            raise Conflict("import.not_tried")
        counts = dict.fromkeys(COUNTS, 0)
        Intake.objects.filter(id=row.id).update(
            run_at=now, person_id=actor.person, beat_at=None, read=0, problems=[], **counts
        )
