"""Rulings: what a reviewer says of a finding, and how a decision's entry says it."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from helpdesk.archive.terms import Chain
from helpdesk.conduct.rules.weighing import weight_of
from helpdesk.conduct.terms import MAX_REASON, Decided, Label, Waits
from helpdesk.kernel import text
from helpdesk.kernel.actor import Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid


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
