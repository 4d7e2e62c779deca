"""Post a remark: an Administrator speaks in a thread, to both sides. No clock starts, stops or moves."""

from datetime import datetime

from helpdesk.conduct.terms import Decision
from helpdesk.conversations import rules
from helpdesk.conversations.actions.posting import Files, Judged, post
from helpdesk.conversations.policies import can_speak
from helpdesk.conversations.queries.examining import examined, scene_of
from helpdesk.conversations.terms import MAX_TEXT, Posted, Thread
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Refused

_NOT_SAID = (Decision.REFUSE, Decision.HOLD_REVIEWER)


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
        _refuse(actor, now, thread, body)
        return Judged()

    return post(
        actor=actor, now=now, conversation=conversation, text=body, key=key, seen_n=seen_n, judge=judge
    )


def _refuse(actor: Actor, now: datetime, thread: Thread, body: str) -> None:
    if code := rules.refusal_of(text=body):
        raise Refused(code, field="text")
    verdict = examined(actor=actor, now=now, scene=scene_of(thread), text=body)
    if verdict.decision in _NOT_SAID:
        raise Refused(rules.REFUSED, field="text", verdict=verdict)
