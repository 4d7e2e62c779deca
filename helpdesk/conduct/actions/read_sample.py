"""Read a sample: a person says whether the machine missed something. It measures the machine, nobody else."""

from collections.abc import Collection
from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Chain, Kept
from helpdesk.conduct.models import Sample
from helpdesk.conduct.policies import can_review
from helpdesk.conduct.terms import Label, Measured, ReviewKind
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound


def read_sample(
    *, actor: Actor, now: datetime, sample: Ref, missed: Collection[str], desk: Chain, key: str
) -> Kept:
    """The entry, on the reviewer's own `desk`: no side is told, and nothing counts against anybody.

    `missed` are labels; none: nothing was missed. Raises Forbidden, NotFound, Invalid, KeyReused, and
    Conflict where somebody read it before.
    """
    if not can_review(actor=actor):
        raise Forbidden("review.not_yours")
    labels = _labels(missed)
    found = Measured.MISSED if labels else Measured.NOTHING
    values = {"sample": canonical({"labels": labels, "sample": str(sample)})}
    with acting(actor):
        row = _locked(sample)
        if row.read_by is not None:
            kept = replay_of(chain=desk, actor=actor, key=key, kind=ReviewKind.MEASURED, values=values)
            if kept is None or kept.receipt.entry != row.read_by:
                raise Conflict("review.decided")
            return kept
        kept = archive.append(
            chain=desk,
            kind=ReviewKind.MEASURED,
            actor=actor,
            now=now,
            key=key,
            values=values,
            facts={"found": found.value, "labels": labels, "language": row.language},
            ref=[("measures", row.id)],
        )
        Sample.objects.filter(seller_id=row.seller_id, id=row.id).update(
            read_by=kept.receipt.entry, read_at=kept.receipt.at, found=found.value, labels=labels
        )
    return kept


def _labels(missed: Collection[str]) -> str:
    if unknown := set(missed) - {label.value for label in Label}:
        raise Invalid("review.label", field="labels", label=min(unknown))
    return " ".join(label.value for label in Label if label.value in missed)


def _locked(sample: Ref) -> Sample:
    rows = Sample.objects.select_for_update().filter(seller_id=sample.seller_id, id=sample.id)
    if (row := rows.first()) is None:
        raise NotFound("review.not_found")
    return row
