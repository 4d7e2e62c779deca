"""Put a case before the Platform because its Seller is gone: nobody is left who could do what is owed."""

from datetime import datetime

from helpdesk.cases.actions.moving import moved
from helpdesk.cases.actions.writing import advance, facts_of
from helpdesk.cases.queries.standing import conversation_of, standing
from helpdesk.cases.terms.deeds import Entry
from helpdesk.cases.terms.names import By
from helpdesk.conversations.actions import Saying, say
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref

STEP = "put_before_platform"


def put_before_platform(*, actor: Actor, now: datetime, case: Ref, key: str) -> Posted:
    """One step of the system, from any stage of the case's own way, with the dates of an escalation.

    Both sides are told, and the desk. Raises NotFound, Conflict (ended, or before the Platform already),
    KeyReused, Busy.
    """

    def judge(thread: Thread, at: int) -> Saying:
        found = standing(case=case, thread=thread)
        move = moved(case=found, step=STEP, side=By.SYSTEM, given={}, at=at)
        return Saying(
            facts=facts_of(move=move, given={}) | {"case": str(found.row.id), "of": found.row.n},
            ref=[("of", found.row.id)],
            write=lambda receipt: advance(
                case=found, thread=thread, receipt=receipt, move=move, side=Side.SYSTEM
            ),
        )

    return say(
        actor=actor,
        now=now,
        conversation=conversation_of(actor=actor, case=case),
        kind=Entry.STEP,
        key=key,
        said={"case": str(case.id), "step": STEP},
        judge=judge,
    )
