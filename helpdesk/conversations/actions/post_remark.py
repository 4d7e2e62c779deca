"""Post a remark: an Administrator speaks in a thread, to both sides. No clock starts, stops or moves."""

from datetime import datetime

from helpdesk.conversations.actions.filing import Files
from helpdesk.conversations.actions.posting import Judged, post
from helpdesk.conversations.actions.vetting import refuse_unspeakable
from helpdesk.conversations.policies import can_speak
from helpdesk.conversations.terms import MAX_TEXT, Posted, Thread
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden


def post_remark(
    *, actor: Actor, now: datetime, conversation: Ref, draft: str, key: str, seen_n: int | None = None
) -> Posted:
    """The Administrator's message. The rules for messages are theirs too; what they refuse is not kept.

    Raises NotFound, Forbidden, Refused, Invalid, TooLarge, Conflict, KeyReused, Busy.
    """
    body = text.storable(draft, limit=MAX_TEXT, field="text")

    def judge(thread: Thread, at: int, attached: Files) -> Judged:
        if not can_speak(actor=actor):
            raise Forbidden("conversation.not_yours_to_speak")
        refuse_unspeakable(actor=actor, now=now, thread=thread, body=body)
        return Judged()

    return post(
        actor=actor, now=now, conversation=conversation, text=body, key=key, seen_n=seen_n, judge=judge
    )
