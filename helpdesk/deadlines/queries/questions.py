"""Which question a message answered, and how often the buyer said that it did not."""

from uuid import UUID

from helpdesk.deadlines.models import Obligation, Promise
from helpdesk.deadlines.terms import Cause


def question_answered_by(*, seller_id: int, chain: UUID, entry: UUID) -> UUID | None:
    """The question whose clock this message stopped, or whose promise it kept. At most two SQL statements."""
    closed = Obligation.objects.filter(seller_id=seller_id, chain=chain, answered_by=entry)
    kept = Promise.objects.filter(seller_id=seller_id, chain=chain, kept_by=entry)
    for rows in (closed, kept):
        if (question := rows.values_list("question_id", flat=True).first()) is not None:
            return question
    return None


def times_reopened(*, seller_id: int, chain: UUID, question: UUID) -> int:
    """How often the buyer has reopened this question. One SQL statement."""
    return Obligation.objects.filter(
        seller_id=seller_id, chain=chain, question_id=question, cause=Cause.REOPENED.value
    ).count()
