"""Settle a refused text in the shortest way: it is fine, or the refusal stands and nothing counts."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept
from helpdesk.conduct.rules.ruling import Ruling
from helpdesk.conduct.terms import Decided
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight.actions.review_item import settle, subject_of
from helpdesk.oversight.actions.reviewing import may_decide
from helpdesk.oversight.policies import can_review
from helpdesk.oversight.queries.item_places import place_of
from helpdesk.oversight.terms import Place


def release_attempt(*, actor: Actor, now: datetime, attempt: Ref, key: str) -> Posted:
    """The message, posted as its author's words. Raises as `conversations.actions.release_attempt` does, and
    Forbidden without a reading in force.
    """
    done = _settled(actor, now, attempt, Ruling(decision=Decided.FINE), key)
    assert isinstance(done, Posted)
    return done


def confirm_attempt(*, actor: Actor, now: datetime, attempt: Ref, key: str) -> Kept:
    """The entry that the refusal stands. Raises as `conversations.actions.confirm_attempt`, and Forbidden
    without a reading in force.
    """
    done = _settled(actor, now, attempt, Ruling(decision=Decided.WARN), key)
    assert isinstance(done, Kept)
    return done


def _settled(actor: Actor, now: datetime, attempt: Ref, ruling: Ruling, key: str) -> Posted | Kept:
    if not can_review(actor=actor):
        raise Forbidden("oversight.not_yours_to_judge")
    with acting(actor):
        place = _place(attempt)
        may_decide(actor=actor, now=now, conversation=place.conversation, settled=place.settled)
        return settle(actor=actor, now=now, subject=subject_of(place=place), ruling=ruling, key=key)


def _place(attempt: Ref) -> Place:
    """Raises NotFound in the words of attempts, where another thing or nothing has this reference."""
    try:
        place = place_of(item=attempt)
    except NotFound:
        raise NotFound("attempt.not_found") from None
    if not place.is_attempt:
        raise NotFound("attempt.not_found")
    return place
