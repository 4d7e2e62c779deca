"""Refuse an erasure: the second administrator says why nothing goes."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.refusal import Forbidden, Invalid
from helpdesk.retention.actions.parts import note_in
from helpdesk.retention.actions.settling import locked_request, settle
from helpdesk.retention.policies import can_decide_erasure
from helpdesk.retention.terms import Denial, Outcome


def refuse_erasure(
    *, actor: Actor, now: datetime, request: UUID, denial: str, note: str = "", key: str
) -> Kept:
    """The refusal's entry. Two look at a refusal too: nobody refuses their own request.

    Raises Forbidden, NotFound, Invalid, TooLarge, Conflict (settled), KeyReused, Busy.
    """
    if not can_decide_erasure(actor=actor):
        raise Forbidden("erasure.decide_not_yours")
    if denial not in list(Denial):
        raise Invalid("erasure.denial", field="denial")
    values = {"refusal": canonical({"denial": denial, "note": note_in(note=note)})}
    with acting(actor):
        row = locked_request(id=request)
        if row.asked_by == actor.person:
            raise Forbidden("erasure.second_person")
        return settle(
            actor=actor,
            now=now,
            row=row,
            outcome=Outcome.REFUSED,
            values=values,
            key=key,
            denial=Denial(denial),
        )
