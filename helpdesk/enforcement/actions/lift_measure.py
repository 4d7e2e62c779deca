"""Lift a measure before its time: what it took away is given back at once."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.terms import Kept
from helpdesk.enforcement.actions.effects import recount
from helpdesk.enforcement.actions.ending import change_measure
from helpdesk.enforcement.models import Measure
from helpdesk.enforcement.queries.measures import ends_at
from helpdesk.enforcement.terms import MAX_EXPLANATION, Kind
from helpdesk.kernel import text
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Invalid
from helpdesk.marketplace import actions as marketplace


def lift_measure(
    *, actor: Actor, now: datetime, measure: Ref, reason: str, key: str, because_of: UUID | None = None
) -> Kept:
    """The entry, with the reason that the Seller reads. It counts no more on its track.

    `because_of` is the entry of what it rests on, such as a decided appeal. What is over already may be
    lifted too: it is then as if it had never been. Raises Forbidden, NotFound, Invalid (no reason), TooLarge,
    Conflict (lifted before), KeyReused, Busy.
    """
    said = text.storable(reason, limit=MAX_EXPLANATION, field="reason").strip()
    if not said:
        raise Invalid("measure.reason", field="reason")
    return change_measure(
        actor=actor,
        now=now,
        measure=measure,
        kind=Kind.LIFTED,
        key=key,
        values={"reason": said.encode()},
        because_of=because_of,
        judge=_judge,
        change=_change,
    )


def _judge(row: Measure, at: datetime) -> None:
    if row.lifted_by is not None:
        raise Conflict("measure.lifted")


def _change(row: Measure, kept: Kept) -> None:
    give_back(row, kept)
    Measure.objects.filter(seller_id=row.seller_id, id=row.id).update(
        lifted_by=kept.receipt.entry, lifted_at=kept.receipt.at
    )


def give_back(row: Measure, kept: Kept) -> None:
    """Whatever of its effects runs or is to come ends with this entry."""
    marketplace.lift_restrictions(
        actor=SYSTEM,
        now=kept.receipt.at,
        seller_id=row.seller_id,
        measure_id=row.id,
        entry=kept.receipt.entry,
    )
    recount(kept=kept)


def is_over(row: Measure, at: datetime) -> bool:
    """Lifted, or past its end."""
    end = ends_at(row)
    return row.lifted_by is not None or (end is not None and end <= at)
