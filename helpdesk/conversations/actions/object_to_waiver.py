"""Object to a waiver: the buyer does need a reply, and the clock goes on with the time that was left."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.terms import Chain, Receipt
from helpdesk.conversations.actions.opening import opening
from helpdesk.conversations.actions.settling import Settled, refuse, settle
from helpdesk.conversations.policies import can_ask
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.deadlines import actions as deadlines
from helpdesk.deadlines.queries import latest_mark
from helpdesk.deadlines.rules.waivers import budget_after, refusal_of_objection
from helpdesk.deadlines.terms import Cause, Kind, Opening
from helpdesk.deadlines.terms.waivers import Mark
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden


def object_to_waiver(*, actor: Actor, now: datetime, conversation: Ref, key: str) -> Posted:
    """The objection to the thread's latest mark, within its five business days.

    Raises NotFound, Forbidden (the other sides), Conflict (nothing marked, too late, objected before, or a
    clock runs already), KeyReused, Busy.
    """

    def judge(thread: Thread, at: int) -> Settled:
        if not can_ask(actor=actor, thread=thread):
            raise Forbidden("conversation.not_yours_to_ask")
        mark = _mark(thread, at)
        opens = opening(
            thread=thread,
            received=at,
            budget=budget_after(left=mark.left_us),
            cause=Cause.OBJECTION,
            question=mark.question_id,
        )
        return Settled(
            facts=opens.facts(),
            ref=[("objects", mark.id), ("question", mark.question_id)],
            write=lambda chain, receipt: _write(actor, now, chain, receipt, opens, mark.id),
        )

    return settle(
        actor=actor, now=now, conversation=conversation, kind=Kind.OBJECTED, key=key, said={}, judge=judge
    )


def _mark(thread: Thread, at: int) -> Mark:
    mark = latest_mark(seller_id=thread.ref.seller_id, chain=thread.ref.id)
    if mark is None:
        raise Conflict("objection.nothing_marked")
    refuse(refusal_of_objection(mark=mark, is_open=thread.obligation is not None, at=at))
    return mark


def _write(actor: Actor, now: datetime, chain: Chain, receipt: Receipt, opens: Opening, mark: UUID) -> None:
    deadlines.open_obligation(actor=actor, now=now, chain=chain, receipt=receipt, opens=opens)
    deadlines.note_objection(actor=actor, now=now, seller_id=chain.seller_id, mark=mark, entry=receipt.entry)
