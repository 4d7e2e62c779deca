"""A plain message of a Buyer's that declares a withdrawal or a complaint."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.cases.models import Case
from helpdesk.conversations.models import Message
from helpdesk.conversations.queries import answered_since
from helpdesk.conversations.rules import thread_about_order
from helpdesk.conversations.terms import Manner
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """The message; `is_answered`: the Seller has answered it in full since."""

    conversation: Ref
    n: int
    entry: UUID
    at: datetime
    is_answered: bool


def declared(*, actor: Actor, order: Ref, n: int) -> Declared:
    """Message `n` of the order's thread. Two SQL statements beside the scope's.

    Raises Invalid where it is none of the Buyer's.
    """
    conversation = Ref(order.seller_id, thread_about_order(order_id=order.id))
    with acting(actor):
        here = Message.objects.filter(
            seller_id=conversation.seller_id, conversation_id=conversation.id, n=n, side=Side.BUYER.value
        )
        row = here.first()
        if row is None or row.manner == Manner.IMPORTED:  # nothing runs from what was said elsewhere
            raise Invalid("case.no_such_message", field="from_message")
        return Declared(
            conversation=conversation,
            n=n,
            entry=row.id,
            at=row.at,
            is_answered=answered_since(conversation=conversation, n=n),
        )


def is_taken(*, message: Ref) -> bool:
    """Whether it is a case already, in the present scope. One SQL statement."""
    return Case.objects.filter(seller_id=message.seller_id, message_id=message.id).exists()
