"""Post a question: the buyer writes in a thread that exists."""

from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from helpdesk.conduct.terms import Verdict
from helpdesk.conversations import rules
from helpdesk.conversations.actions.filing import Files
from helpdesk.conversations.actions.opening import opening
from helpdesk.conversations.actions.posting import Judged, post
from helpdesk.conversations.actions.refusing import Wording
from helpdesk.conversations.actions.vetting import vetted, worded
from helpdesk.conversations.policies import can_ask
from helpdesk.conversations.terms import Manner, Posted, Reading, Thread
from helpdesk.conversations.terms.starting import Why
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
    files: Sequence[UUID] = (),
    confirmed: str | None = None,
    heard: Container[str] | None = None,
) -> Posted:
    """The buyer's message; it starts the seller's clock unless one runs already, or it is mere courtesy.

    Raises as `post_reply` does.
    """
    wording = worded(
        actor=actor, now=now, draft=draft, key=key, files=files, confirmed=confirmed, heard=heard
    )
    return send_question(
        wording=wording,
        conversation=conversation,
        seen_n=seen_n,
        files=files,
        vet=lambda thread, attached: vetted(wording=wording, thread=thread, files=attached),
    )


def send_question(
    *,
    wording: Wording,
    conversation: Ref,
    seen_n: int | None,
    files: Sequence[UUID],
    vet: Callable[[Thread, Files], Verdict],
    about: bytes | None = None,
    why: Why | None = None,
) -> Posted:
    """The same once it is known how its words are vetted, and what it is for.

    `about` is committed with a thread's first message: the facts of the order or offer as they were shown.
    """

    def judge(thread: Thread, at: int, attached: Files) -> Judged:
        if not can_ask(actor=wording.actor, thread=thread):
            raise Forbidden("conversation.not_yours_to_ask")
        verdict = vet(thread, attached)
        first = about if thread.last_n < 0 else None
        judged = judged_question(thread=thread, body=wording.body, at=at, about=first)
        return replace(judged, verdict=verdict, confirmed=wording.confirmed, why=why)

    return post(
        actor=wording.actor,
        now=wording.now,
        conversation=conversation,
        text=wording.body,
        key=wording.key,
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
