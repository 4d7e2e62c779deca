"""Declare an outage: a person, or the Platform's monitoring, says from when to when nobody could work."""

from datetime import datetime
from uuid import uuid5

from helpdesk.archive.database.scope import acting
from helpdesk.deadlines.models import OutageProposal
from helpdesk.deadlines.policies import can_declare_outage
from helpdesk.deadlines.queries.outages import earliest
from helpdesk.deadlines.rules.outages import refusal_of_span
from helpdesk.deadlines.terms.outages import MAX_NOTE, DeclaredOutage, OutageReason, OutageSource
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden, Invalid, KeyReused

_FIELDS = {"outage.order": "ends_at", "outage.future": "ends_at", "outage.long": "certain"}


def declare_outage(
    *,
    actor: Actor,
    now: datetime,
    starts_at: datetime,
    ends_at: datetime,
    reason: str,
    note: str,
    key: str,
    certain: bool = False,
) -> DeclaredOutage:
    """The proposal; nothing changes for anybody until it is published. Instants are aware.

    `note` is for everybody to read and may be empty; `certain` is the second look at an unusual length. The
    same actor and key again give the same proposal. Raises Forbidden, Invalid, TooLarge, KeyReused.
    """
    if not can_declare_outage(actor):
        raise Forbidden("outage.not_yours")
    _refuse_nonsense(starts_at, ends_at, now, certain)
    said = {
        "starts_at": starts_at,
        "ends_at": ends_at,
        "reason": reason_in(reason).value,
        "note": note_in(note),
        "source": OutageSource.DECLARED.value,
    }
    with acting(actor):
        row, is_new = OutageProposal.objects.get_or_create(
            id=uuid5(actor.person, f"outage/{key}"),
            defaults={**said, "proposed_at": now, "proposed_by": actor.person},
        )
        if not is_new and any(getattr(row, name) != value for name, value in said.items()):
            raise KeyReused("archive.key_reused")
    return DeclaredOutage(id=row.id, replayed=not is_new)


def reason_in(code: str) -> OutageReason:
    """One of the closed list. Raises Invalid."""
    if code not in list(OutageReason):
        raise Invalid("outage.reason", field="reason")
    return OutageReason(code)


def note_in(note: str) -> str:
    """What everybody may read; a note that shows nothing is none. Raises Invalid, TooLarge."""
    note = text.storable(note, limit=MAX_NOTE, field="note").strip()
    return note if text.is_visible(note) else ""


def _refuse_nonsense(starts_at: datetime, ends_at: datetime, now: datetime, certain: bool) -> None:
    code = refusal_of_span(
        starts_at=starts_at, ends_at=ends_at, now=now, not_before=earliest(), certain=certain
    )
    if code:
        raise Invalid(code, field=_FIELDS.get(code, "starts_at"))
