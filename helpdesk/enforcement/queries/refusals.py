"""Refused messages of Buyers, as far as they may be appealed: a person has confirmed the refusal."""

from datetime import timedelta
from uuid import UUID

from helpdesk.archive.models import Entry
from helpdesk.conduct.queries import standing_review
from helpdesk.conduct.terms import Decided
from helpdesk.conversations.models import Attempt
from helpdesk.conversations.queries import attempt_row
from helpdesk.conversations.terms import Outcome
from helpdesk.enforcement.queries.tracks import tracks_on
from helpdesk.enforcement.rules.reading import kind_of
from helpdesk.enforcement.terms.appeals import Against, Subject
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound


def refusal(subject: Ref) -> Subject:
    """In the present scope. Four SQL statements. Raises NotFound: it is another's, or nobody confirmed it."""
    row = _confirmed(subject)
    assert row.settled_at is not None  # the constraint conversations_attempt_settled
    tracks = tracks_on(on=row.settled_at.date())
    review = standing_review(subject=subject)
    found = kind_of(labels=" ".join(review.labels), tracks=tracks) if review else None
    return Subject(
        against=Against.REFUSAL,
        ref=subject,
        code=found.value if found else Against.REFUSAL.value,
        until=row.settled_at + timedelta(days=tracks.appeal_days),
        stayable=False,
        violations=(),
        is_gone=review is not None and review.decision is Decided.FINE,
        place=Ref(row.seller_id, row.conversation_id),
    )


def reviewers_of(subject: Ref) -> frozenset[UUID]:
    """Who decided about the message, the latest as the first. In the desk's scope. Three SQL statements."""
    row, review = _confirmed(subject), standing_review(subject=subject)
    decisions = [one for one in (row.settled_by, review and review.id) if one]
    found = Entry.objects.filter(seller_id=subject.seller_id, id__in=decisions)
    return frozenset(found.values_list("actor", flat=True))


def _confirmed(subject: Ref) -> Attempt:
    row = attempt_row(attempt=subject)
    if row is None or row.side != Side.BUYER.value or row.outcome != Outcome.CONFIRMED.value:
        raise NotFound("appeal.not_found")
    return row
