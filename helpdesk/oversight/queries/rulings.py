"""Disputes and obligations, for an administrator who gave a reason for reading their conversation."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight.queries.reading import reading_in_force
from helpdesk.standing import queries as standing
from helpdesk.standing.terms import Point
from helpdesk.standing.terms.disputes import Dispute, Ruling


def read_dispute(*, actor: Actor, now: datetime, dispute: Ref) -> Dispute:
    """With its words. Raises NotFound (for the other sides too), Forbidden without a reading in force."""
    of = standing.dispute_of(actor=actor, dispute=dispute, with_words=False)
    _refuse_unread(actor, now, of.conversation)
    return standing.dispute_of(actor=actor, dispute=dispute)


def read_obligations(
    *, actor: Actor, now: datetime, conversation: Ref
) -> Sequence[tuple[Point, Ruling | None]]:
    """What the Seller owed in a conversation, and what persons ruled of it.

    Raises NotFound (for the other sides), Forbidden without a reading in force.
    """
    if actor.side is not Side.ADMINISTRATOR:
        raise NotFound("conversation.not_found")
    found = standing.points_of_conversation(actor=actor, conversation=conversation)
    _refuse_unread(actor, now, conversation)
    return found


def _refuse_unread(actor: Actor, now: datetime, conversation: Ref) -> None:
    if reading_in_force(actor=actor, now=now, conversation=conversation) is None:
        raise Forbidden("oversight.no_reading")
