"""Settle a refused text: a reviewer who has the file open releases it, or confirms that it was refused."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import attempt_of
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight.actions.reviewing import may_decide
from helpdesk.oversight.policies import can_review


def release_attempt(*, actor: Actor, now: datetime, attempt: Ref, key: str) -> Posted:
    """The message, posted as its author's words. Raises as `conversations.actions.release_attempt` does, and
    Forbidden without a reading in force.
    """
    with acting(actor):
        _may_settle(actor, now, attempt)
        return conversations.release_attempt(actor=actor, now=now, attempt=attempt, key=key)


def confirm_attempt(*, actor: Actor, now: datetime, attempt: Ref, key: str) -> Kept:
    """The entry that the refusal stands. Raises as `conversations.actions.confirm_attempt`, and Forbidden
    without a reading in force.
    """
    with acting(actor):
        _may_settle(actor, now, attempt)
        return conversations.confirm_attempt(actor=actor, now=now, attempt=attempt, key=key)


def _may_settle(actor: Actor, now: datetime, attempt: Ref) -> None:
    if not can_review(actor=actor):
        raise Forbidden("oversight.not_yours_to_judge")
    found = attempt_of(attempt=attempt).of
    may_decide(actor=actor, now=now, conversation=found.conversation, settled=found.outcome is not None)
