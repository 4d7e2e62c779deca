"""Mark several open questions as needing no reply."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms import Posted
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, NotFound
from helpdesk.saved_replies.actions.several import each, key_of, refuse_odd
from helpdesk.saved_replies.policies import can_write
from helpdesk.saved_replies.queries.news import last_said
from helpdesk.saved_replies.terms import Outcome


def waive_several(
    *,
    actor: Actor,
    now: datetime,
    chosen: Sequence[Ref],
    reason: WaiverReason,
    key: str,
    seen_at: datetime | None = None,
) -> list[Outcome]:
    """A mark on each, as if they were made one by one, in the order of `chosen`. `seen_at` (aware) is when
    the list was opened: where something was posted since, nothing is marked (None: not looked at).

    Raises Forbidden, Invalid (none, more than MAX_TOGETHER, one twice); then nothing is marked.
    """
    if not can_write(actor):
        raise Forbidden("conversation.not_yours_to_answer")
    refuse_odd(conversations=chosen)
    said = last_said(actor=actor, conversations=chosen) if seen_at else {}

    def mark(conversation: Ref) -> Posted:
        seen_n = None
        if seen_at is not None:
            last = said.get(conversation)
            if last is None:
                raise NotFound("conversation.not_found")
            if last.at > seen_at:
                raise Conflict("together.moved", field="seen_at")
            seen_n = last.n
        return conversations.waive_reply(
            actor=actor,
            now=now,
            conversation=conversation,
            reason=reason,
            key=key_of(actor=actor, key=key, conversation=conversation),
            seen_n=seen_n,
        )

    return [each(conversation=one, deed=partial(mark, one)) for one in chosen]
