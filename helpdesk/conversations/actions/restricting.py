"""What a measure forbids is refused under the lock that the measure takes, in the deed's own transaction."""

from collections.abc import Iterable
from datetime import datetime

from helpdesk.conversations import rules
from helpdesk.conversations.queries.starting import standing_in
from helpdesk.conversations.terms import Thread
from helpdesk.conversations.terms.starting import Turn
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Refused
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.rules.restricting import gravest
from helpdesk.marketplace.terms.restrictions import Act, RestrictionKind

_SELLERS = {
    RestrictionKind.MESSAGING: "restriction.messaging",
    RestrictionKind.SUSPENSION: "restriction.suspension",
    RestrictionKind.REMOVAL: "restriction.removal",
}


def refuse_restricted(*, side: Side, act: Act, kinds: Iterable[RestrictionKind]) -> None:
    """Raises Refused where one of the kinds in force is in the way. A buyer is not told which, nor why."""
    kind = gravest(kinds, act=act)
    if kind is None:
        return
    if side is Side.SELLER:
        raise Refused(_SELLERS[kind])
    raise Refused("restriction.closed" if act is Act.ASK else "restriction.no_questions")


def refuse_beside(*, actor: Actor, thread: Thread, turn: Turn, at: datetime) -> None:
    """The same of what is no message, once its entry is stored: that waited for the seller's lock.

    One SQL statement, and two more where something is in force. Raises Refused.
    """
    if rules.act_beside(thread=thread, side=actor.side, turn=turn, starts=False) is None:
        return
    kinds = marketplace.kinds_under_way(seller_id=thread.ref.seller_id, at=at)
    if not kinds:
        return
    act = rules.act_beside(thread=thread, side=actor.side, turn=turn, starts=_starts(actor, thread, turn))
    assert act is not None
    refuse_restricted(side=actor.side, act=act, kinds=kinds)


def _starts(actor: Actor, thread: Thread, turn: Turn) -> bool:
    if turn is not Turn.WORD or actor.side is not Side.SELLER or rules.waits(thread=thread):
        return False
    return rules.needs_reason(standing=standing_in(actor=actor, conversation=thread.ref))
