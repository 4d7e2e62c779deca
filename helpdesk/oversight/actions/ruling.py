"""Rule on what counts for a Seller's standing: by a person who has the conversation's file open."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight.queries.reading import reading_in_force
from helpdesk.standing import actions as standing
from helpdesk.standing import queries
from helpdesk.standing.policies import can_settle


def settle_dispute(
    *, actor: Actor, now: datetime, dispute: Ref, outcome: str, words: str, key: str, reason: str = ""
) -> Kept:
    """Raises as `standing.actions.settle_dispute` does, and Forbidden without a reading in force."""
    of = queries.dispute_of(actor=actor, dispute=dispute, with_words=False)
    if of.outcome is None:
        _refuse_unread(actor, now, of.conversation)
    return standing.settle_dispute(
        actor=actor, now=now, dispute=dispute, outcome=outcome, words=words, key=key, reason=reason
    )


def exclude_obligation(*, actor: Actor, now: datetime, point: Ref, reason: str, words: str, key: str) -> Kept:
    """Raises as `standing.actions.exclude_obligation` does, and Forbidden without a reading in force."""
    _refuse_unread(actor, now, _conversation_of(actor, point))
    return standing.exclude_obligation(actor=actor, now=now, point=point, reason=reason, words=words, key=key)


def include_obligation(*, actor: Actor, now: datetime, point: Ref, words: str, key: str) -> Kept:
    """Raises as `standing.actions.include_obligation` does, and Forbidden without a reading in force."""
    _refuse_unread(actor, now, _conversation_of(actor, point))
    return standing.include_obligation(actor=actor, now=now, point=point, words=words, key=key)


def _refuse_unread(actor: Actor, now: datetime, conversation: Ref) -> None:
    """Nobody rules on what they have not read. Raises Forbidden."""
    if not can_settle(actor=actor):
        raise Forbidden("dispute.not_yours_to_settle")
    if reading_in_force(actor=actor, now=now, conversation=conversation) is None:
        raise Forbidden("oversight.no_reading")


def _conversation_of(actor: Actor, point: Ref) -> Ref:
    """Raises NotFound, for the other sides too."""
    if not can_settle(actor=actor):
        raise NotFound("standing.not_found")
    with acting(actor):
        return queries.conversation_of_point(point=point)
