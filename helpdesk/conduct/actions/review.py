"""Review: a person says what a finding is worth. Only what a person confirms ever counts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Chain, Kept, Receipt
from helpdesk.conduct.models import Review
from helpdesk.conduct.policies import can_review
from helpdesk.conduct.queries.reviews import standing_review
from helpdesk.conduct.rules.weighing import weight_of
from helpdesk.conduct.terms import MAX_REASON, Decided, Label, ReviewKind, Waits
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is decided about: its entry, whose words they are, and why it waited.

    `backstage` is the chain on which its author's side reads the decision.
    """

    entry: Ref
    conversation: UUID
    side: Side
    language: str
    pack: str
    waited: Waits
    backstage: Chain


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a reviewer found: `labels` are those that are right, `reason` is for the author, in the author's
    language; `replaces` is the decision that stood on the reviewer's page, if there was one.
    """

    decision: Decided
    labels: tuple[Label, ...] = ()
    reason: str = ""
    replaces: UUID | None = None

    @property
    def weight(self) -> int:
        """0 where nothing counts."""
        return weight_of(labels=self.labels) if self.decision is Decided.VIOLATION else 0


def ruling(
    *, decision: str, labels: Collection[str] = (), reason: str = "", replaces: UUID | None = None
) -> Ruling:
    """What a form or a request says. Raises Invalid, TooLarge."""
    if decision not in list(Decided):
        raise Invalid("review.decision", field="decision")
    if unknown := set(labels) - {label.value for label in Label}:
        raise Invalid("review.label", field="labels", label=min(unknown))
    found = tuple(label for label in Label if label.value in labels) if decision != Decided.FINE else ()
    said = text.storable(reason, limit=MAX_REASON, field="reason").strip()
    told = Ruling(decision=Decided(decision), labels=found, reason=said, replaces=replaces)
    if told.decision is not Decided.FINE and not text.is_visible(said):
        raise Invalid("review.no_reason", field="reason")
    if told.decision is Decided.VIOLATION and told.weight == 0:
        raise Invalid("review.no_violation", field="labels")
    return told


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
        refuse_if_moved(subject=subject, ruling=ruling)
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
        note_review(subject=subject, ruling=ruling, receipt=kept.receipt)
    return kept


def refuse_if_moved(*, subject: Subject, ruling: Ruling) -> None:
    """Raise Conflict: another decision stands than the one that the reviewer knew of."""
    standing = standing_review(subject=subject.entry)
    if (standing.id if standing else None) != ruling.replaces:
        raise Conflict("review.decided")


def review_values(*, subject: Subject, ruling: Ruling) -> dict[str, bytes]:
    """What is committed: the words for the author."""
    return {"review": canonical({"reason": ruling.reason, "subject": str(subject.entry)})}


def review_facts(*, subject: Subject, ruling: Ruling) -> dict[str, int | str]:
    """What the leaf says in clear: enough to count by, also after an erasure."""
    return {
        "decision": ruling.decision.value,
        "labels": " ".join(ruling.labels),
        "weight": ruling.weight,
        "side": subject.side.value,
        "language": subject.language,
        "pack": subject.pack,
        "waited": subject.waited.value,
        "conversation": str(subject.conversation),
    }


def review_refs(*, subject: Subject, ruling: Ruling) -> list[tuple[str, UUID]]:
    """What it is about, and the decision that it takes the place of."""
    later = [("replaces", ruling.replaces)] if ruling.replaces else []
    return [("reviews", subject.entry.id), *later]


def note_review(*, subject: Subject, ruling: Ruling, receipt: Receipt) -> None:
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
