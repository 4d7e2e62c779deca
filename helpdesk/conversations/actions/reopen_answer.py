"""Reopen an answer: the buyer says that it did not answer the question, and the clock starts anew."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.terms import Chain, Receipt
from helpdesk.conversations.actions.opening import opening
from helpdesk.conversations.actions.settling import Settled, refuse, settle
from helpdesk.conversations.policies import can_ask
from helpdesk.conversations.queries.spoken import Spoken, spoken
from helpdesk.conversations.terms import HowAnswered, Posted, Thread
from helpdesk.deadlines import actions as deadlines
from helpdesk.deadlines.queries import question_answered_by, times_reopened
from helpdesk.deadlines.rules.reopening import refusal_of_reopening
from helpdesk.deadlines.terms import Cause, Kind
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden


def reopen_answer(
    *, actor: Actor, now: datetime, conversation: Ref, n: int, how: HowAnswered, key: str
) -> Posted:
    """The question that message `n` answered partly or not at all is open again, from now on.

    Raises NotFound, Forbidden (the other sides), Conflict (the message answered nothing, a clock runs
    already, the rest is promised, or it was reopened twice), KeyReused, Busy.
    """

    def judge(thread: Thread, at: int) -> Settled:
        if not can_ask(actor=actor, thread=thread):
            raise Forbidden("conversation.not_yours_to_ask")
        answer, question = _answer(thread, n)
        opens = opening(thread=thread, received=at, cause=Cause.REOPENED, question=question)

        def start(chain: Chain, receipt: Receipt) -> None:
            deadlines.open_obligation(actor=actor, now=now, chain=chain, receipt=receipt, opens=opens)

        ref = [("reopens", answer.id), ("question", question)]
        return Settled(facts={"how": how.value, **opens.facts()}, ref=ref, write=start)

    return settle(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=Kind.REOPENED,
        key=key,
        said={"how": how.value, "n": n},
        judge=judge,
    )


def _answer(thread: Thread, n: int) -> tuple[Spoken, UUID]:
    seller_id, chain = thread.ref
    answer = spoken(conversation=thread.ref, n=n)
    if answer is None:
        raise Conflict("reopening.not_an_answer")
    question = question_answered_by(seller_id=seller_id, chain=chain, entry=answer.id)
    if question is None:
        raise Conflict("reopening.not_an_answer")
    refuse(
        refusal_of_reopening(
            is_open=thread.obligation is not None,
            is_promised=thread.promise is not None and thread.promise.question_id == question,
            reopened=times_reopened(seller_id=seller_id, chain=chain, question=question),
        )
    )
    return answer, question
