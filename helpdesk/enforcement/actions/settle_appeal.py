"""Settle an appeal: a person who did not take the decision says whether it stands."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Chain, Kept
from helpdesk.enforcement.actions.lift_measure import lift_measure
from helpdesk.enforcement.actions.overruling import buyers_chain, overrule
from helpdesk.enforcement.actions.replacing import put_in_place, refuse_instead
from helpdesk.enforcement.actions.stay_measure import resume_measure
from helpdesk.enforcement.actions.take_back_violation import take_back_violation
from helpdesk.enforcement.models import Appeal, Measure
from helpdesk.enforcement.policies import can_settle_appeals
from helpdesk.enforcement.queries.appeals import judges_of, subject_of
from helpdesk.enforcement.queries.chains import sellers_chain
from helpdesk.enforcement.rules.appeals import fits
from helpdesk.enforcement.terms import MAX_EXPLANATION
from helpdesk.enforcement.terms.appeals import Against, AppealEntry, Instead, Subject, Verdict
from helpdesk.kernel import text
from helpdesk.kernel.actor import SYSTEM, Actor, Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound
from helpdesk.marketplace import actions as marketplace
from helpdesk.standing import actions as standing


def settle_appeal(
    *,
    actor: Actor,
    now: datetime,
    appeal: Ref,
    verdict: str,
    words: str,
    key: str,
    take_back: Collection[UUID] = (),
    instead: Instead | None = None,
) -> Kept:
    """The decision's entry, which the Seller reads with its words, and in the same transaction what follows.

    Upheld, a measure that stood still goes on with the time that was left. Otherwise it is lifted and gives
    back at once what it took, and the violations in `take_back`, of those that it rests on, count no more;
    where a violation was appealed, that one. Right in part, a milder measure may take its place: `instead`.
    The corrected place in the search is due to be published. Of a Buyer's refused message a decision takes
    the place of the one that was wrong.

    Raises NotFound (for the other sides too), Forbidden (not compliance; who took the decision), Invalid,
    TooLarge, KeyReused, Busy, and Conflict where somebody decided before.
    """
    if actor.side is not Side.ADMINISTRATOR:
        raise NotFound("appeal.not_found")
    if not can_settle_appeals(actor=actor):
        raise Forbidden("appeal.not_yours_to_settle")
    if verdict not in list(Verdict):
        raise Invalid("appeal.verdict", field="verdict")
    said = _said(words)
    taken = sorted(map(str, take_back))
    asked: dict[str, Any] = {"appeal": str(appeal), "take_back": taken, "verdict": verdict}
    if instead is not None:
        asked |= {"instead": instead.kind.value, "days": instead.days}
    values = {"said": canonical(asked), "words": said.encode()}
    with acting(SYSTEM):
        at, chain = _locked(appeal, now)
        if kept := replay_of(chain=chain, actor=actor, key=key, kind=AppealEntry.SETTLED, values=values):
            return kept
        row, of = _judged(actor, appeal, Verdict(verdict))
        back = _taken_back(of, Verdict(verdict), take_back)
        if instead is not None:
            _refuse_instead(of, Verdict(verdict), instead, back, at)
        kept = archive.append(
            chain=chain,
            kind=AppealEntry.SETTLED,
            actor=actor,
            now=at,
            key=key,
            values=values,
            facts={"against": row.against, "code": row.code, "verdict": verdict} | _side(row),
            ref=[("settles", row.id), *(("takes_back", one) for one in back)],
        )
        _close(row, kept, verdict)
        _carry_out(kept, of, Verdict(verdict), said, back)
        if instead is not None:
            put_in_place(
                actor=actor,
                now=kept.receipt.at,
                measure=of.ref,
                instead=instead,
                words=said,
                because_of=kept.receipt.entry,
            )
    return kept


def _locked(appeal: Ref, now: datetime) -> tuple[datetime, Chain]:
    """What comes next at the earliest, and where: one at a time. Raises NotFound."""
    row = Appeal.objects.filter(seller_id=appeal.seller_id, id=appeal.id).first()
    if row is None:
        raise NotFound("appeal.not_found")
    if row.against != Against.REFUSAL:
        at = marketplace.lock_seller(actor=SYSTEM, now=now, seller_id=appeal.seller_id)
        return at, sellers_chain(seller_id=appeal.seller_id)
    chain = buyers_chain(Ref(row.seller_id, row.subject_id))
    hot.lock_chain(chain=chain.id)
    return now, chain


def _side(row: Appeal) -> dict[str, str]:
    return {"side": Side.BUYER.value} if row.against == Against.REFUSAL else {}


def _said(words: str) -> str:
    said = text.storable(words.strip(), limit=MAX_EXPLANATION, field="words")
    if not text.is_visible(said):
        raise Invalid("appeal.words", field="words")
    return said


def _judged(actor: Actor, appeal: Ref, verdict: Verdict) -> tuple[Appeal, Subject]:
    row = Appeal.objects.get(seller_id=appeal.seller_id, id=appeal.id)
    if row.settled_by is not None:
        raise Conflict("appeal.settled")
    against, subject = Against(row.against), Ref(row.seller_id, row.subject_id)
    if not fits(against=against, verdict=verdict):
        raise Invalid("appeal.verdict", field="verdict")
    if actor.person in judges_of(against=against, subject=subject):
        raise Forbidden("appeal.own_decision")
    return row, subject_of(against=against, subject=subject)


def _taken_back(of: Subject, verdict: Verdict, wanted: Collection[UUID]) -> list[UUID]:
    """Raises Invalid for what the measure does not rest on, or where the decision stands."""
    if verdict is Verdict.UPHELD and wanted:
        raise Invalid("appeal.take_back", field="take_back")
    if of.against is Against.VIOLATION:
        return [of.ref.id] if verdict is Verdict.REVERSED else []
    if not set(wanted) <= set(of.violations):
        raise Invalid("appeal.take_back", field="take_back")
    return [one for one in of.violations if one in set(wanted)]


def _refuse_instead(
    of: Subject, verdict: Verdict, instead: Instead, back: Collection[UUID], at: datetime
) -> None:
    """Raises Invalid: only a measure that was right in part leaves room for another."""
    if verdict is not Verdict.CHANGED or of.against is not Against.MEASURE:
        raise Invalid("appeal.instead", field="instead")
    refuse_instead(measure=of.ref, instead=instead, back=back, at=at)


def _close(row: Appeal, kept: Kept, verdict: str) -> None:
    Appeal.objects.filter(seller_id=row.seller_id, id=row.id).update(
        settled_by=kept.receipt.entry, settled_at=kept.receipt.at, verdict=verdict
    )


def _carry_out(kept: Kept, of: Subject, verdict: Verdict, said: str, back: Collection[UUID]) -> None:
    at, entry = kept.receipt.at, kept.receipt.entry
    if of.against is Against.REFUSAL:
        if verdict is Verdict.REVERSED:
            overrule(of, at=at, entry=entry, words=said)
        return
    for one in back:
        take_back_violation(actor=SYSTEM, now=at, violation=Ref(of.ref.seller_id, one), because_of=entry)
    if of.against is Against.MEASURE:
        _change_measure(kept, of.ref, verdict, said)
    standing.call_for_publication(actor=SYSTEM, now=at, seller_id=of.ref.seller_id)


def _change_measure(kept: Kept, measure: Ref, verdict: Verdict, said: str) -> None:
    at, entry, key = kept.receipt.at, kept.receipt.entry, f"appeal/{kept.receipt.entry}"
    row = Measure.objects.get(seller_id=measure.seller_id, id=measure.id)
    if row.lifted_by is not None:
        return
    if verdict is not Verdict.UPHELD:
        lift_measure(actor=SYSTEM, now=at, measure=measure, reason=said, because_of=entry, key=key)
    elif row.stayed_by is not None and row.resumed_by is None:
        resume_measure(actor=SYSTEM, now=at, measure=measure, because_of=entry, key=key)
