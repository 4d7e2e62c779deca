"""Judge a sample: a person says whether an answer, or a mark of no reply needed, answered the question."""

from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Chain, Kept
from helpdesk.deadlines.models import Obligation, Sample
from helpdesk.deadlines.policies import can_judge
from helpdesk.deadlines.terms import Judgment, Kind, SampleKind, Verdict
from helpdesk.deadlines.terms.samples import HIGHEST, LOWEST, MAX_JUDGMENT_NOTE, POOR, Scorecard
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound


def judge_sample(
    *,
    actor: Actor,
    now: datetime,
    sample: Ref,
    backstage: Chain,
    judgment: str,
    note: str,
    key: str,
    scorecard: Scorecard | None = None,
) -> Kept:
    """The judgment, on the chain that the Seller's side sees of this conversation; the caller names it.

    UNANSWERED makes the question count as such. No clock starts by it: the Buyer can say so, and nobody else.
    An answer that was drawn takes a `scorecard`, one that its author stood by may have it, a mark has none.
    Raises Forbidden, NotFound, Invalid, TooLarge, KeyReused, and Conflict where somebody judged before.
    """
    if not can_judge(actor=actor):
        raise Forbidden("sample.not_yours")
    if judgment not in list(Judgment):
        raise Invalid("sample.judgment", field="judgment")
    said = {"judgment": judgment, "note": _note(note), "sample": str(sample), **_marks(scorecard)}
    values = {"judgment": canonical(said)}
    with acting(actor):
        row = _locked(sample)
        _fit(SampleKind(row.kind), scorecard)
        if row.judged_by is not None:
            return _replayed(actor, row, backstage, values, key)
        kept = archive.append(
            chain=backstage,
            kind=Kind.JUDGED,
            actor=actor,
            now=now,
            key=key,
            values=values,
            facts={"judgment": judgment, "sample": row.kind, **_marks(scorecard)},
            ref=[("judges", row.subject_id), ("obligation", row.obligation_id)],
        )
        _write(row, Judgment(judgment), scorecard, kept)
    return kept


def _marks(scorecard: Scorecard | None) -> dict[str, int | str]:
    """What is sealed of it. Raises Invalid."""
    if scorecard is None:
        return {}
    if not all(LOWEST <= mark <= HIGHEST for mark in scorecard.marks.values()):
        raise Invalid("sample.marks", field="marks")
    if scorecard.standard is None and min(scorecard.marks.values()) <= POOR:
        raise Invalid("sample.standard", field="standard")
    standard = {"standard": scorecard.standard.value} if scorecard.standard else {}
    return {**scorecard.marks, **standard}


def _fit(kind: SampleKind, scorecard: Scorecard | None) -> None:
    if kind is SampleKind.RANDOM and scorecard is None:
        raise Invalid("sample.marks", field="marks")
    if kind is SampleKind.WAIVER and scorecard is not None:
        raise Invalid("sample.no_answer", field="marks")


def _note(note: str) -> str:
    """As it was written; one that shows nothing is none."""
    note = text.storable(note, limit=MAX_JUDGMENT_NOTE, field="note").strip()
    return note if text.is_visible(note) else ""


def _locked(sample: Ref) -> Sample:
    rows = Sample.objects.select_for_update().filter(seller_id=sample.seller_id, id=sample.id)
    if (row := rows.first()) is None:
        raise NotFound("sample.not_found")
    return row


def _replayed(actor: Actor, row: Sample, chain: Chain, values: dict[str, bytes], key: str) -> Kept:
    """The answer of the first time, for the same request; else it is somebody else's judgment that stands."""
    kept = log.replay_of(chain=chain, actor=actor, key=key, kind=Kind.JUDGED, values=values)
    if kept is None or kept.receipt.entry != row.judged_by:
        raise Conflict("sample.judged")
    return kept


def _write(row: Sample, judgment: Judgment, scorecard: Scorecard | None, kept: Kept) -> None:
    place = {"seller_id": row.seller_id}
    Sample.objects.filter(**place, id=row.id).update(
        judged_by=kept.receipt.entry,
        judged_at=kept.receipt.at,
        judgment=judgment.value,
        **_marks(scorecard),
    )
    if judgment is Judgment.UNANSWERED:
        Obligation.objects.filter(**place, id=row.obligation_id, verdict__isnull=False).update(
            corrected_by=kept.receipt.entry, corrected_verdict=Verdict.UNANSWERED.value
        )
