"""Lift a hold: a second administrator agrees that what it covers may go again."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden
from helpdesk.retention.actions.parts import approvers
from helpdesk.retention.models import Hold
from helpdesk.retention.policies import can_lift
from helpdesk.retention.queries.holding import hold_with
from helpdesk.retention.terms import Entry


def lift_hold(*, actor: Actor, now: datetime, hold: UUID, key: str) -> Kept:
    """The lifting's entry. The same actor and key again give the same.

    Raises Forbidden (also where one asked for it oneself), NotFound, Conflict (nobody has asked, or it was
    lifted before), KeyReused, Busy.
    """
    if not can_lift(actor=actor):
        raise Forbidden("hold.lift_not_yours")
    with acting(actor):
        row = hold_with(id=hold, lock=True)
        if row.lift_asked_by is None:
            raise Conflict("hold.nobody_asked")
        if row.lift_asked_by == actor.person:
            raise Forbidden("hold.second_person")
        values = {"approvers": approvers(first=row.lift_asked_by, second=actor)}
        if row.lifted_by:
            return _lifted_before(actor, row, values, key)
        kept = archive.append(
            chain=log.house(),
            kind=Entry.LIFTED,
            actor=actor,
            now=now,
            key=key,
            values=values,
            facts={"on": row.on, "reason": row.reason},
            ref=[("lifts", row.id)],
        )
        if kept.replayed:  # the key stands for another hold's lifting
            raise Conflict("hold.lifted")
        Hold.objects.filter(id=row.id).update(
            lifted_by=kept.receipt.entry, lifted_by_person=actor.person, lifted_at=kept.receipt.at
        )
    return kept


def _lifted_before(actor: Actor, row: Hold, values: dict[str, bytes], key: str) -> Kept:
    kept = log.replay_of(chain=log.house(), actor=actor, key=key, kind=Entry.LIFTED, values=values)
    if kept is None or kept.receipt.entry != row.lifted_by:
        raise Conflict("hold.lifted")
    return kept
