"""Insist: the buyer does need an answer to a message that read as mere courtesy."""

from datetime import datetime

from helpdesk.archive.terms import Chain, Receipt
from helpdesk.conversations.actions.opening import opening
from helpdesk.conversations.actions.settling import Settled, refuse, settle
from helpdesk.conversations.policies import can_ask
from helpdesk.conversations.queries.spoken import Spoken, answered_since, spoken
from helpdesk.conversations.terms import Manner, Posted, Thread
from helpdesk.deadlines import actions as deadlines
from helpdesk.deadlines.rules.reopening import refusal_of_insistence
from helpdesk.deadlines.terms import Cause, Kind
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden


def insist(*, actor: Actor, now: datetime, conversation: Ref, n: int, key: str) -> Posted:
    """The seller's clock starts now, for the buyer's message `n`.

    Raises NotFound, Forbidden (the other sides), Conflict (no such message read as courtesy, the seller has
    written since, or a clock runs already), KeyReused, Busy.
    """

    def judge(thread: Thread, at: int) -> Settled:
        if not can_ask(actor=actor, thread=thread):
            raise Forbidden("conversation.not_yours_to_ask")
        message = _message(thread, n)
        opens = opening(thread=thread, received=at, cause=Cause.INSISTED)

        def start(chain: Chain, receipt: Receipt) -> None:
            deadlines.open_obligation(actor=actor, now=now, chain=chain, receipt=receipt, opens=opens)

        return Settled(facts=opens.facts(), ref=[("insists", message.id)], write=start)

    return settle(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=Kind.INSISTED,
        key=key,
        said={"n": n},
        judge=judge,
    )


def _message(thread: Thread, n: int) -> Spoken:
    message = spoken(conversation=thread.ref, n=n)
    if message is None:
        raise Conflict("insistence.not_courtesy")
    refuse(
        refusal_of_insistence(
            is_courtesy=message.manner is Manner.COURTESY,  # only a buyer's message is ever one
            is_open=thread.obligation is not None,
            is_answered=answered_since(conversation=thread.ref, n=n),
        )
    )
    return message
