"""Post a reply: the seller's side answers in a thread."""

from datetime import datetime

from helpdesk.conversations.actions.posting import Judged, post
from helpdesk.conversations.actions.refusing import kept_if_refused
from helpdesk.conversations.policies import can_reply
from helpdesk.conversations.terms import MAX_TEXT, Posted, Thread
from helpdesk.deadlines import rules as deadlines
from helpdesk.kernel import clock, text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.workdays import known


def post_reply(
    *, actor: Actor, now: datetime, conversation: Ref, draft: str, key: str, seen_n: int | None = None
) -> Posted:
    """The reply, stored with its receipt; it closes the open question, on time or late by its own instant.

    Raises NotFound, Forbidden (readers), Refused (the attempt stays on record backstage), Conflict (somebody
    posted since `seen_n`; None: no check), KeyReused, Invalid, TooLarge, Busy.
    """
    body = text.storable(draft, limit=MAX_TEXT, field="text")

    def judge(thread: Thread, at: int) -> Judged:
        if not can_reply(actor=actor, thread=thread):
            raise Forbidden("conversation.not_yours_to_answer")
        kept_if_refused(actor=actor, now=now, thread=thread, body=body, key=key)
        return _judged(thread, at)

    return post(
        actor=actor, now=now, conversation=conversation, text=body, key=key, seen_n=seen_n, judge=judge
    )


def _judged(thread: Thread, at: int) -> Judged:
    due = thread.obligation
    if due is None:
        return Judged()
    answers = deadlines.answering(
        obligation=due.id,
        received=clock.to_us(due.received_at),
        deadline=clock.to_us(due.deadline),
        answered=at,
        calendar=known.calendar_named(code=due.calendar, zone=due.zone),
    )
    return Judged(answers=answers)
