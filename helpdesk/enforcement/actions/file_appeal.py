"""File an appeal: a Seller says why a measure or a violation is wrong; another person decides."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Kept
from helpdesk.attachments import actions as attachments
from helpdesk.attachments.queries import files_to_post
from helpdesk.conversations.queries import ReviewDue, review_due
from helpdesk.deadlines.terms import BUDGET_US
from helpdesk.enforcement.actions.filing import files_sealed, refuse_late, refuse_posted, words_of
from helpdesk.enforcement.actions.stay_measure import stay_measure
from helpdesk.enforcement.models import Appeal
from helpdesk.enforcement.policies import can_appeal, can_read_own
from helpdesk.enforcement.queries.appeals import subject_of
from helpdesk.enforcement.queries.chains import sellers_chain
from helpdesk.enforcement.queries.sellers import market_of
from helpdesk.enforcement.rules.appeals import appeal_terms
from helpdesk.enforcement.terms.appeals import Against, AppealEntry, Subject
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace import actions as marketplace


def file_appeal(
    *,
    actor: Actor,
    now: datetime,
    against: str,
    subject: Ref,
    words: str,
    key: str,
    stay: bool = False,
    files: Sequence[UUID] = (),
) -> Kept:
    """The appeal's entry. Asked to `stay`, a measure that may stand still does so from this instant.

    `files` are uploads of the actor's: what shows that the appeal is right is sealed with it. Raises NotFound
    (for other shops and sides, and uploads that are none of the actor's), Forbidden (a reader), Invalid,
    TooLarge, KeyReused, Busy, and Conflict: too late, appealed before, nothing is left to appeal against, or
    a file was posted before.
    """
    if not can_read_own(actor=actor) or actor.seller_id != subject.seller_id:
        raise NotFound("appeal.not_found")
    if not can_appeal(actor=actor):
        raise Forbidden("appeal.not_yours")
    if against not in (Against.MEASURE, Against.VIOLATION):
        raise NotFound("appeal.not_found")
    evidence = files_to_post(actor=actor, seller_id=subject.seller_id, files=files)
    values = _values(against, subject, words, stay=stay) | files_sealed(evidence)
    with acting(SYSTEM):
        subject_of(against=Against(against), subject=subject)
        at = marketplace.lock_seller(actor=SYSTEM, now=now, seller_id=subject.seller_id)
        chain = sellers_chain(seller_id=subject.seller_id)
        if kept := replay_of(chain=chain, actor=actor, key=key, kind=AppealEntry.FILED, values=values):
            return kept
        of = subject_of(against=Against(against), subject=subject)
        refuse_late(of, at)
        refuse_posted(evidence)
        due, stays = _due(subject.seller_id, at), stay and of.may_stand_still(at=at)
        kept = archive.append(
            chain=chain,
            kind=AppealEntry.FILED,
            actor=actor,
            now=at,
            key=key,
            values=values,
            facts=due.facts() | {"against": against, "code": of.code, "stays": int(stays)},
            ref=[("appeals", subject.id)],
        )
        _row(kept, of, due, stays=stays)
        attachments.seal_beside(actor=actor, now=at, chain=chain, receipt=kept.receipt, files=files)
        if stays:
            entry = kept.receipt.entry
            stay_measure(actor=SYSTEM, now=at, measure=subject, because_of=entry, key=f"appeal/{entry}")
    return kept


def _values(against: str, subject: Ref, words: str, *, stay: bool) -> dict[str, bytes]:
    said = words_of(words)
    asked = {"against": against, "stay": int(stay), "subject": str(subject)}
    return {"said": canonical(asked), "words": said}


def _due(seller_id: int, at: datetime) -> ReviewDue:
    """On the business days of the market at the Seller's home; without one every hour counts."""
    budget = appeal_terms().business_days * BUDGET_US
    market = market_of(seller_id=seller_id)
    if market is None:
        return ReviewDue(at=clock.from_us(clock.to_us(at) + budget))
    return review_due(market=market, at=at, budget=budget)


def _row(kept: Kept, of: Subject, due: ReviewDue, *, stays: bool) -> None:
    Appeal.objects.create(
        seller_id=kept.seller_id,
        id=kept.receipt.entry,
        against=of.against.value,
        subject_id=of.ref.id,
        code=of.code,
        stays=stays,
        at=kept.receipt.at,
        due_at=due.at,
    )
