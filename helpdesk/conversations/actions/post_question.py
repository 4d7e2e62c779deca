"""Post a question: the buyer writes in a thread that exists."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.conversations import rules
from helpdesk.conversations.actions.opening import opening
from helpdesk.conversations.actions.posting import Judged, post
from helpdesk.conversations.actions.refusing import kept_if_refused
from helpdesk.conversations.policies import can_ask
from helpdesk.conversations.terms import MAX_TEXT, Manner, Posted, Reading, Thread
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden


def post_question(
    *,
    actor: Actor,
    now: datetime,
    conversation: Ref,
    draft: str,
    key: str,
    seen_n: int | None = None,
    about: bytes | None = None,
    files: Sequence[UUID] = (),
) -> Posted:
    """The buyer's message; it starts the seller's clock unless one runs already, or it is mere courtesy.

    `about` is committed with a thread's first message: the facts of the order or offer as they were shown.
    Raises as `post_reply` does.
    """
    body = text.storable(draft, limit=MAX_TEXT, field="text")

    def judge(thread: Thread, at: int) -> Judged:
        if not can_ask(actor=actor, thread=thread):
            raise Forbidden("conversation.not_yours_to_ask")
        kept_if_refused(actor=actor, now=now, thread=thread, body=body, key=key, files=len(files))
        return judged_question(thread=thread, body=body, at=at, about=about if thread.head is None else None)

    return post(
        actor=actor,
        now=now,
        conversation=conversation,
        text=body,
        key=key,
        seen_n=seen_n,
        judge=judge,
        files=files,
    )


def judged_question(*, thread: Thread, body: str, at: int, about: bytes | None = None) -> Judged:
    """A clock starts at `at` (microseconds UTC), unless one runs already, or nothing is asked for."""
    if thread.obligation is not None:
        return Judged(about=about)
    if rules.reading_of(text=body) is Reading.COURTESY:
        return Judged(about=about, manner=Manner.COURTESY)
    return Judged(about=about, opens=opening(thread=thread, received=at))
