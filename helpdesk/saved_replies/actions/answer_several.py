"""Answer several conversations, each with its own text."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.saved_replies.actions.several import each, key_of, refuse_odd
from helpdesk.saved_replies.policies import can_write
from helpdesk.saved_replies.terms import Answer, Outcome


def answer_several(*, actor: Actor, now: datetime, answers: Sequence[Answer], key: str) -> list[Outcome]:
    """A reply in each, as if they were sent one by one: with its own entry, receipt and clock, or its own
    refusal, in the order of `answers`. The same actor and key send nothing twice.

    Raises Forbidden, Invalid (none, more than MAX_TOGETHER, a conversation twice); then nothing is sent.
    """
    if not can_write(actor):
        raise Forbidden("conversation.not_yours_to_answer")
    refuse_odd(conversations=[answer.conversation for answer in answers])

    def post(answer: Answer) -> Posted:
        return conversations.post_reply(
            actor=actor,
            now=now,
            conversation=answer.conversation,
            draft=answer.text,
            key=key_of(actor=actor, key=key, conversation=answer.conversation),
            seen_n=answer.seen_n,
            manner=answer.manner,
        )

    return [each(conversation=one.conversation, deed=partial(post, one)) for one in answers]
