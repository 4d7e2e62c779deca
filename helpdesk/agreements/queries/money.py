"""In which currency a thread counts: that of its market."""

from helpdesk.conversations.queries import threads_by_ref
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.queries import market_of


def currency_of(*, actor: Actor, conversation: Ref) -> str:
    """ISO 4217, in the present scope. Two SQL statements."""
    thread = threads_by_ref(refs=[conversation])[conversation]
    return market_of(actor=actor, code=thread.market).currency
