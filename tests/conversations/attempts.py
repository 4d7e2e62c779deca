"""A text that the rules refuse and a person may find fine, and what is left of it."""

from datetime import datetime

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.models import Attempt
from helpdesk.conversations.terms import Manner, Posted
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refused
from tests.cast import ANNA, CLARA, EDDA

FINE = "Yes. The e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301 on the box is how it is spelt."


def refused_reply(
    to: Ref, actor: Actor = ANNA, manner: Manner | None = None, now: datetime | None = None, key: str = "r"
) -> Ref:
    """The attempt that a reply of marks upon marks leaves."""
    with pytest.raises(Refused):
        conversations.post_reply(
            actor=actor, now=now or clock.now(), conversation=to, draft=FINE, key=key, manner=manner
        )
    return last_attempt()


def refused_question(to: Ref, key: str = "q") -> Ref:
    """The attempt that such a question leaves."""
    with pytest.raises(Refused):
        conversations.post_question(actor=CLARA, now=clock.now(), conversation=to, draft=FINE, key=key)
    return last_attempt()


def last_attempt() -> Ref:
    with acting(SYSTEM):
        row = Attempt.objects.latest("at")
    return Ref(row.seller_id, row.id)


def release(attempt: Ref, actor: Actor = EDDA, key: str = "k") -> Posted:
    return conversations.release_attempt(actor=actor, now=clock.now(), attempt=attempt, key=key)
