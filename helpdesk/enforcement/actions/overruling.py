"""What follows where a refusal was wrong: another decision takes the place of the one that confirmed it."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.terms import Audience, Chain
from helpdesk.conduct import actions as conduct
from helpdesk.conduct.queries import standing_review
from helpdesk.conduct.rules.ruling import Ruling, Subject
from helpdesk.conduct.terms import MAX_REASON, Decided
from helpdesk.conversations.queries import attempt_of, attempt_row, backstage_chain
from helpdesk.enforcement.terms import appeals
from helpdesk.kernel.actor import SYSTEM, Side
from helpdesk.kernel.ids import Ref


def buyers_chain(attempt: Ref) -> Chain:
    """Behind the thread, on the Buyer's side, in the present scope."""
    row = attempt_row(attempt=attempt)
    assert row is not None  # it was appealed
    return backstage_chain(conversation=Ref(row.seller_id, row.conversation_id), audience=Audience.BUYER)


def overrule(of: appeals.Subject, *, at: datetime, entry: UUID, words: str) -> None:
    """By the decision's `entry`, in its transaction and scope: the text is fine, and counts for nothing."""
    review = standing_review(subject=of.ref)
    if review is None or of.place is None or review.decision is Decided.FINE:
        return
    subject = Subject(
        entry=of.ref,
        conversation=of.place.id,
        side=Side.BUYER,
        language=attempt_of(attempt=of.ref).language,
        pack="",
        waited=review.waited,
        backstage=buyers_chain(of.ref),
    )
    ruling = Ruling(decision=Decided.FINE, reason=words[:MAX_REASON], replaces=review.id)
    conduct.review(actor=SYSTEM, now=at, subject=subject, ruling=ruling, key=f"appeal/{entry}")
