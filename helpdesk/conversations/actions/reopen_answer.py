"""Reopen an answer: the buyer says that it did not answer the question, and the clock starts anew."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.archive.terms import Chain, Receipt
from helpdesk.conversations.actions.opening import opening
from helpdesk.conversations.actions.settling import Settled, refuse, settle
from helpdesk.conversations.actions.ticking import facts_of_word, keep_word, left_open
from helpdesk.conversations.policies import can_ask
from helpdesk.conversations.queries.spoken import Spoken, spoken
from helpdesk.conversations.terms import HowAnswered, Posted, Thread
from helpdesk.deadlines import actions as deadlines
from helpdesk.deadlines.queries import question_answered_by, times_reopened
from helpdesk.deadlines.rules.reopening import refusal_of_reopening
from helpdesk.deadlines.terms import Cause, Kind
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid


def reopen_answer(
    *,
    actor: Actor,
    now: datetime,
    conversation: Ref,
    n: int,
    how: HowAnswered,
    key: str,
    questions: Sequence[str] = (),
) -> Posted:
    """The question that message `n` answered partly or not at all is open again, from now on.

    `questions` names those that it left open, of all that it spoke of; none: the whole is open.
    Raises NotFound, Forbidden (the other sides), Invalid (a name that names no question of the message's),
    Conflict (the message answered nothing, a clock runs already, the rest is promised, or it was reopened
    twice), KeyReused, Busy.
    """
    if how is HowAnswered.COMPLETE:
        raise Invalid("reopening.complete", field="how")
    said: dict[str, int | str] = {"how": how.value, "n": n}
    said |= {"questions": " ".join(questions)} if questions else {}

    def judge(thread: Thread, at: int) -> Settled:
        if not can_ask(actor=actor, thread=thread):
            raise Forbidden("conversation.not_yours_to_ask")
        answer, question = _answer(thread, n)
        named = left_open(thread=thread, answer=answer.id, questions=questions)
        opens = opening(thread=thread, received=at, cause=Cause.REOPENED, question=question)

        def start(chain: Chain, receipt: Receipt) -> None:
            deadlines.open_obligation(actor=actor, now=now, chain=chain, receipt=receipt, opens=opens)
            keep_word(thread=thread, receipt=receipt, answer=answer.id, how=how, left_open=named)

        ref = [("reopens", answer.id), ("question", question)]
        return Settled(
            facts={"how": how.value, **facts_of_word(left_open=named), **opens.facts()}, ref=ref, write=start
        )

    return settle(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=Kind.REOPENED,
        key=key,
        said=said,
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
