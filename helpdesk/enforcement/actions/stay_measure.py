"""Stay a measure while an appeal is looked at, and go on with it where the appeal failed."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.terms import Kept
from helpdesk.enforcement.actions.effects import impose_effects
from helpdesk.enforcement.actions.ending import change_measure
from helpdesk.enforcement.actions.lift_measure import give_back, is_over
from helpdesk.enforcement.models import Measure
from helpdesk.enforcement.rules.measures import measure as measure_of
from helpdesk.enforcement.rules.measures import resumed
from helpdesk.enforcement.terms import Kind, MeasureKind
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict


def stay_measure(*, actor: Actor, now: datetime, measure: Ref, because_of: UUID, key: str) -> Kept:
    """What it takes away is given back until it is resumed or lifted; its time stands still. Once only.

    `because_of` is the entry of the appeal. Raises Forbidden, NotFound, Conflict (over, lifted, or stayed
    before), KeyReused, Busy.
    """
    return change_measure(
        actor=actor,
        now=now,
        measure=measure,
        kind=Kind.STAYED,
        key=key,
        values={},
        because_of=because_of,
        judge=_judge_stay,
        change=_stay,
    )


def resume_measure(*, actor: Actor, now: datetime, measure: Ref, because_of: UUID, key: str) -> Kept:
    """It goes on with the time that was left when it was stayed.

    `because_of` is the entry that decided the appeal. Raises Forbidden, NotFound, Conflict (it does not stand
    still), KeyReused, Busy.
    """
    return change_measure(
        actor=actor,
        now=now,
        measure=measure,
        kind=Kind.RESUMED,
        key=key,
        values={},
        because_of=because_of,
        judge=_judge_resume,
        change=_resume,
    )


def _judge_stay(row: Measure, at: datetime) -> None:
    if row.stayed_by is not None or is_over(row, at):
        raise Conflict("measure.not_to_stay")


def _stay(row: Measure, kept: Kept) -> None:
    give_back(row, kept)
    Measure.objects.filter(seller_id=row.seller_id, id=row.id).update(
        stayed_by=kept.receipt.entry, stayed_at=kept.receipt.at
    )


def _judge_resume(row: Measure, at: datetime) -> None:
    if row.stayed_by is None or row.resumed_by is not None or row.lifted_by is not None:
        raise Conflict("measure.not_stayed")


def _resume(row: Measure, kept: Kept) -> None:
    assert row.stayed_at is not None
    at = kept.receipt.at
    starts_at, ends_at = resumed(
        starts_at=row.starts_at, ends_at=row.ends_at, stayed_at=row.stayed_at, now=at
    )
    Measure.objects.filter(seller_id=row.seller_id, id=row.id).update(
        resumed_by=kept.receipt.entry, resumed_at=at, resumed_until=ends_at
    )
    again = measure_of(kind=MeasureKind(row.kind), days=0, factor=row.factor)
    impose_effects(
        seller_id=row.seller_id,
        measure_id=row.id,
        effects=again.effects(told_at=at, starts_at=starts_at, ends_at=ends_at),
        kept=kept,
    )
