"""Whether a step leaves nothing to answer of the clock that runs."""

from helpdesk.agreements.rules import ends_clock
from helpdesk.agreements.terms import Standing
from helpdesk.conversations.queries import asked_since
from helpdesk.conversations.terms import Thread
from helpdesk.kernel.actor import Actor, Side


def ends_clock_of(*, thread: Thread, standing: Standing) -> bool:
    """Of the thread's open question, in the present scope. At most one SQL statement."""
    due = thread.obligation
    if due is None or due.id not in (standing.id, standing.lapsed_by):
        return False
    since = asked_since(conversation=thread.ref, at=due.received_at)
    return ends_clock(obligation=due.id, standing=standing, asked_since=since)


def answers_by_changing(*, actor: Actor, thread: Thread, standing: Standing) -> bool:
    """The same where the step is a new proposal: the Seller's to the Buyer's. A Buyer's own waits on."""
    is_answer = actor.side is Side.SELLER and standing.proposed_by is Side.BUYER
    return is_answer and ends_clock_of(thread=thread, standing=standing)
