"""Join a thread, speak in it, write to one of its sides: by support, who has read it with a reason."""

from datetime import datetime

from helpdesk.archive.terms import Kept
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, NotFound
from helpdesk.letters import actions as letters
from helpdesk.letters.policies import can_answer_letters
from helpdesk.letters.queries import beside
from helpdesk.letters.terms import Written
from helpdesk.oversight.queries.reading import reading_in_force


def join_thread(*, actor: Actor, now: datetime, conversation: Ref, reason: str, key: str) -> Kept:
    """Raises as `letters.actions.join_thread` does, and Forbidden without a reading in force."""
    refuse_unread(actor=actor, now=now, file=conversation)
    return letters.join_thread(actor=actor, now=now, conversation=conversation, reason=reason, key=key)


def speak(
    *, actor: Actor, now: datetime, conversation: Ref, draft: str, key: str, seen_n: int | None = None
) -> Posted:
    """To both sides. Raises as `conversations.actions.post_remark` does, Forbidden without a reading in
    force, and Conflict where the actor has not joined.
    """
    refuse_unread(actor=actor, now=now, file=conversation)
    if not any(one.is_me for one in beside(actor=actor, conversation=conversation).joined):
        raise Conflict("joining.first")
    return conversations.post_remark(
        actor=actor, now=now, conversation=conversation, draft=draft, key=key, seen_n=seen_n
    )


def write_to_side(
    *, actor: Actor, now: datetime, conversation: Ref, side: str, draft: str, key: str
) -> Written:
    """To one side alone. Raises as `letters.actions.write_to_side` does, and Forbidden without a reading."""
    refuse_unread(actor=actor, now=now, file=conversation)
    return letters.write_to_side(
        actor=actor, now=now, conversation=conversation, side=side, draft=draft, key=key
    )


def refuse_unread(*, actor: Actor, now: datetime, file: Ref) -> None:
    """Nobody speaks of what they have not read. Raises NotFound for the other sides, Forbidden."""
    if actor.side is not Side.ADMINISTRATOR:
        raise NotFound("conversation.not_found")
    if not can_answer_letters(actor=actor):
        raise Forbidden("letter.not_yours_to_answer")
    if reading_in_force(actor=actor, now=now, conversation=file) is None:
        raise Forbidden("oversight.no_reading")
