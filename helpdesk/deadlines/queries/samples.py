"""Samples: what waits for a reviewer, and one of them with the clock that it is about."""

from collections.abc import Iterable
from uuid import UUID

import msgspec
from django.db.models import QuerySet

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Value
from helpdesk.deadlines.models import Obligation, Sample, Waiver
from helpdesk.deadlines.terms import Judgment, SampleKind, Verdict, WaiverReason
from helpdesk.deadlines.terms.samples import SampleShown, Scorecard, Standard
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound


def unjudged_samples() -> QuerySet[Sample]:
    """What nobody has judged, in no order, for rooms above; row security applies."""
    return Sample.objects.filter(judged_by=None)


def sample_of(*, sample: Ref) -> SampleShown:
    """One sample, judged or not, in the present scope. Three SQL statements at most. Raises NotFound."""
    row = Sample.objects.filter(seller_id=sample.seller_id, id=sample.id).first()
    if row is None:
        raise NotFound("sample.not_found")
    clock = Obligation.objects.get(seller_id=row.seller_id, id=row.obligation_id)
    return _shown(row, clock, _waiver(row))


def judgment_notes(*, actor: Actor, seller_id: int, judgments: Iterable[UUID]) -> dict[UUID, str]:
    """What reviewers added to their judgments, by the judgment's entry, for whoever may see it.

    One SQL statement beside the scope's; erased notes are left out.
    """
    with acting(actor):
        rows = Value.objects.filter(seller_id=seller_id, entry_id__in=list(judgments), name="judgment")
        found = dict(rows.values_list("entry_id", "value"))
    return {entry: msgspec.json.decode(value)["note"] for entry, value in found.items()}


def _waiver(row: Sample) -> Waiver | None:
    if row.kind != SampleKind.WAIVER:
        return None
    return Waiver.objects.filter(seller_id=row.seller_id, id=row.subject_id).first()


def _shown(row: Sample, clock: Obligation, waiver: Waiver | None) -> SampleShown:
    verdict = clock.corrected_verdict or clock.verdict
    assert verdict is not None, "only what stopped a clock is sampled"
    return SampleShown(
        ref=Ref(row.seller_id, row.id),
        kind=SampleKind(row.kind),
        conversation=Ref(row.seller_id, row.chain),
        buyer_id=row.buyer_id,
        subject=row.subject_id,
        obligation=row.obligation_id,
        drawn_at=row.drawn_at,
        received_at=clock.received_at,
        deadline=clock.deadline,
        at=waiver.at if waiver else clock.answered_at or row.drawn_at,
        verdict=Verdict(verdict),
        waived_for=WaiverReason(waiver.reason) if waiver else None,
        objected=waiver is not None and waiver.objected_by is not None,
        judgment=Judgment(row.judgment) if row.judgment else None,
        judged_at=row.judged_at,
        scorecard=_scorecard(row),
    )


def _scorecard(row: Sample) -> Scorecard | None:
    if row.reliable is None or row.complete is None or row.clear is None or row.polite is None:
        return None
    return Scorecard(
        reliable=row.reliable,
        complete=row.complete,
        clear=row.clear,
        polite=row.polite,
        standard=Standard(row.standard) if row.standard else None,
    )
