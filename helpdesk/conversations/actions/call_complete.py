"""Call an answer complete: the buyer says that it answered what was asked. No clock moves."""

from datetime import datetime

from helpdesk.archive.terms import Chain, Receipt
from helpdesk.conversations.actions.settling import Settled, settle
from helpdesk.conversations.actions.ticking import facts_of_word, keep_word
from helpdesk.conversations.policies import can_ask
from helpdesk.conversations.queries.spoken import spoken
from helpdesk.conversations.terms import HowAnswered, Kind, Posted, Thread
from helpdesk.conversations.terms.starting import Turn
from helpdesk.deadlines.queries import question_answered_by
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden


def call_complete(*, actor: Actor, now: datetime, conversation: Ref, n: int, key: str) -> Posted:
    """The buyer's word on message `n`, on record for both sides. It may still be reopened later.

    Raises NotFound, Forbidden (the other sides), Conflict (the message answered nothing), KeyReused, Busy.
    """

    def judge(thread: Thread, at: int) -> Settled:
        if not can_ask(actor=actor, thread=thread):
            raise Forbidden("conversation.not_yours_to_ask")
        answer = spoken(conversation=thread.ref, n=n)
        seller_id, chain = thread.ref
        if answer is None or not question_answered_by(seller_id=seller_id, chain=chain, entry=answer.id):
            raise Conflict("reopening.not_an_answer")

        def keep(chain: Chain, receipt: Receipt) -> None:
            how = HowAnswered.COMPLETE
            keep_word(thread=thread, receipt=receipt, answer=answer.id, how=how, left_open=())

        facts = {"how": HowAnswered.COMPLETE.value, **facts_of_word(left_open=())}
        return Settled(facts=facts, ref=[("calls_complete", answer.id)], write=keep, turn=Turn.DUTY)

    return settle(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=Kind.COMPLETE,
        key=key,
        said={"n": n},
        judge=judge,
    )
