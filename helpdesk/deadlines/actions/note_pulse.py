"""Note a pulse: people can work now. A silence before it that was too long is proposed as an outage."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.deadlines.models import OutageProposal, Pulse
from helpdesk.deadlines.rules.outages import silence
from helpdesk.deadlines.terms.outages import OutageReason, OutageSource
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Forbidden


def note_pulse(*, actor: Actor, now: datetime) -> UUID | None:
    """The id of the outage that this pulse ends, if it ends one. Any number of workers may note pulses.

    Measured by what is stored, so after a crash or a power cut of everything, too. Raises Forbidden.
    """
    if actor.side is not Side.SYSTEM:
        raise Forbidden("outage.not_yours")
    with acting(actor):
        last, is_first = Pulse.objects.select_for_update().get_or_create(id=1, defaults={"at": now})
        if is_first or now <= last.at:
            return None  # another worker was here already
        Pulse.objects.filter(id=1).update(at=now)
        gap = silence(last=last.at, now=now)
        return _proposed(actor, *gap) if gap else None


def _proposed(actor: Actor, starts_at: datetime, ends_at: datetime) -> UUID:
    row = OutageProposal.objects.create(
        starts_at=starts_at,
        ends_at=ends_at,
        reason=OutageReason.PLATFORM_DOWN.value,
        source=OutageSource.MEASURED.value,
        proposed_at=ends_at,
        proposed_by=actor.person,
    )
    return row.id
