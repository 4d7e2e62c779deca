"""Answer a letter, or close it without an answer, by whoever has read it with a reason."""

from datetime import datetime

from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.letters import actions as letters
from helpdesk.letters import queries
from helpdesk.letters.terms import Written
from helpdesk.oversight.actions.speaking import refuse_unread


def answer_letter(*, actor: Actor, now: datetime, correspondence: Ref, draft: str, key: str) -> Written:
    """Raises as `letters.actions.answer_letter` does, and Forbidden without a reading in force."""
    file = queries.file_of(actor=actor, correspondence=correspondence)
    refuse_unread(actor=actor, now=now, file=file)
    return letters.answer_letter(actor=actor, now=now, correspondence=correspondence, draft=draft, key=key)


def close_letter(*, actor: Actor, now: datetime, correspondence: Ref, reason: str, key: str) -> Written:
    """Raises as `letters.actions.close_letter` does, and Forbidden without a reading in force."""
    file = queries.file_of(actor=actor, correspondence=correspondence)
    refuse_unread(actor=actor, now=now, file=file)
    return letters.close_letter(actor=actor, now=now, correspondence=correspondence, reason=reason, key=key)
