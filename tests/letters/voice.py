"""What the parties and Edda say to each other."""

from helpdesk.archive.terms import Kept
from helpdesk.conversations.terms import Posted
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.letters import actions as letters
from helpdesk.letters.terms import Written
from helpdesk.oversight import actions
from tests.cast import CLARA, EDDA

LETTER = "The shop asks me to pay the postage twice."
ANSWER = "We look at it and write to you tomorrow."
REMARK = "I have read this conversation and help you to find an agreement."


def read(file: Ref, *, actor: Actor = EDDA) -> None:
    actions.open_file(
        actor=actor, now=clock.now(), conversation=file, reason="dispute", key=f"read-{file}-{clock.now()}"
    )


def join(thread: Ref, *, actor: Actor = EDDA, reason: str = "dispute", key: str = "join") -> Kept:
    return actions.join_thread(actor=actor, now=clock.now(), conversation=thread, reason=reason, key=key)


def speak(
    thread: Ref, *, actor: Actor = EDDA, draft: str = REMARK, key: str = "say", seen_n: int | None = None
) -> Posted:
    return actions.speak(
        actor=actor, now=clock.now(), conversation=thread, draft=draft, key=key, seen_n=seen_n
    )


def write(
    *,
    actor: Actor = CLARA,
    conversation: Ref | None = None,
    order: Ref | None = None,
    draft: str = LETTER,
    key: str = "letter",
) -> Written:
    return letters.write_letter(
        actor=actor, now=clock.now(), draft=draft, key=key, conversation=conversation, order=order
    )


def answer(correspondence: Ref, *, actor: Actor = EDDA, draft: str = ANSWER, key: str = "answer") -> Written:
    return actions.answer_letter(
        actor=actor, now=clock.now(), correspondence=correspondence, draft=draft, key=key
    )
