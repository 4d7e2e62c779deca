"""Note refunds: the Platform paid back what a case is about, so that the Seller's last step is done."""

import logging
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.cases.actions.moving import asked_by, moved
from helpdesk.cases.actions.writing import advance, facts_of
from helpdesk.cases.queries.refunds import REFUND, PaidBack, paid_back
from helpdesk.cases.queries.standing import standing
from helpdesk.cases.terms.deeds import Entry
from helpdesk.cases.terms.names import By
from helpdesk.conversations.actions import Saying, say
from helpdesk.conversations.terms import Thread
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.refusal import Refusal

_log = logging.getLogger(__name__)


def note_refunds(*, actor: Actor, now: datetime, limit: int) -> int:
    """How many cases were moved, of at most `limit`; each is an entry in a transaction of its own.

    The step is the Seller's own, in whose name the Platform pays; it counts as done when the money went back.
    """
    with acting(actor):
        found = paid_back(now=now, limit=limit)
    return sum(_note(actor, now, one) for one in found)


def _note(actor: Actor, now: datetime, paid: PaidBack) -> bool:
    def judge(thread: Thread, at: int) -> Saying:
        found = standing(case=paid.case, thread=thread)
        done = min(at, max(to_us(paid.at), to_us(found.row.last_at)))
        given = {"amount": paid.amount}
        move = moved(case=found, step=REFUND, side=By.SELLER, given=given, at=done)
        said: dict[str, int | str] = {"case": str(paid.case.id), "of": found.row.n, "submitted": done}
        return Saying(
            facts=facts_of(move=move, given=given) | said,
            ref=[("of", paid.case.id)],
            write=lambda receipt: advance(
                case=found, thread=thread, receipt=receipt, move=move, side=actor.side
            ),
            answers=move.answers and asked_by(case=found, thread=thread),
        )

    try:
        say(
            actor=actor,
            now=now,
            conversation=paid.conversation,
            kind=Entry.STEP,
            key=f"{REFUND}/{paid.case.id}/{paid.at.isoformat()}",
            said={"case": str(paid.case.id), "step": REFUND, "amount": paid.amount},
            judge=judge,
        )
    except Refusal as refusal:  # somebody was faster, or it is busy: the next look finds it
        _log.info("refund of case %s is not noted: %s", paid.case, refusal)
        return False
    return True
