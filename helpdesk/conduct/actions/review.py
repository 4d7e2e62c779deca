"""Review: a person says what a finding is worth. Only what a person confirms ever counts."""

from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Kept, Receipt
from helpdesk.conduct.models import Review
from helpdesk.conduct.policies import can_review
from helpdesk.conduct.queries.reviews import standing_review
from helpdesk.conduct.rules.ruling import Ruling, Subject, review_facts, review_refs, review_values
from helpdesk.conduct.terms import ReviewKind
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden


def review(*, actor: Actor, now: datetime, subject: Subject, ruling: Ruling, key: str) -> Kept:
    """The decision's entry, which the author's side sees with the reason. A later one replaces it.

    Raises Forbidden, KeyReused, Busy, and Conflict where somebody decided since the reviewer's page was made.
    """
    if not can_review(actor=actor):
        raise Forbidden("review.not_yours")
    values = review_values(subject=subject, ruling=ruling)
    with acting(actor):
        hot.lock_chain(chain=subject.backstage.id)
        if kept := replay_of(
            chain=subject.backstage, actor=actor, key=key, kind=ReviewKind.REVIEWED, values=values
        ):
            return kept
        _refuse_if_moved(subject=subject, ruling=ruling)
        kept = archive.append(
            chain=subject.backstage,
            kind=ReviewKind.REVIEWED,
            actor=actor,
            now=now,
            key=key,
            values=values,
            facts=review_facts(subject=subject, ruling=ruling),
            ref=review_refs(subject=subject, ruling=ruling),
        )
        note_review(actor=actor, now=now, subject=subject, ruling=ruling, receipt=kept.receipt)
    return kept


def _refuse_if_moved(*, subject: Subject, ruling: Ruling) -> None:
    """Raise Conflict: another decision stands than the one that the reviewer knew of."""
    standing = standing_review(subject=subject.entry)
    if (standing.id if standing else None) != ruling.replaces:
        raise Conflict("review.decided")


def note_review(*, actor: Actor, now: datetime, subject: Subject, ruling: Ruling, receipt: Receipt) -> None:
    """The row of a decision, by the entry that says it, in its transaction."""
    chain = subject.backstage
    assert chain.buyer_id is not None  # a thread has a buyer, and so has what happens behind it
    Review.objects.create(
        seller_id=chain.seller_id,
        id=receipt.entry,
        subject_id=subject.entry.id,
        chain=subject.conversation,
        buyer_id=chain.buyer_id,
        audience=chain.audience,
        side=subject.side.value,
        waited=subject.waited.value,
        decision=ruling.decision.value,
        labels=" ".join(ruling.labels),
        weight=ruling.weight,
        language=subject.language,
        pack=subject.pack,
        at=receipt.at,
        replaces=ruling.replaces,
    )
