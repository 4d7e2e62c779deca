"""Waive a reply: the seller marks the open question as needing none, and the buyer may object."""

from datetime import datetime

from helpdesk.archive.terms import Chain, Receipt
from helpdesk.conversations.actions.settling import Settled, refuse, settle
from helpdesk.conversations.policies import can_reply
from helpdesk.conversations.queries.spoken import began_with
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.conversations.terms.starting import Turn
from helpdesk.deadlines import actions as deadlines
from helpdesk.deadlines import queries as clocks
from helpdesk.deadlines.rules.waivers import refusal_of_waiver, waiving
from helpdesk.deadlines.terms import Kind, WaiverReason
from helpdesk.deadlines.terms.waivers import Waiving
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy, Conflict, Forbidden
from helpdesk.workdays.refusals import OutsideCalendar


def waive_reply(
    *,
    actor: Actor,
    now: datetime,
    conversation: Ref,
    reason: WaiverReason,
    key: str,
    seen_n: int | None = None,
) -> Posted:
    """The mark, in the deadline only; the clock stops, with what was left of it kept for an objection.

    Raises NotFound, Forbidden (readers), Conflict (nothing open, a first message, a question that was asked
    for again, too late, or somebody posted since `seen_n`), KeyReused, Busy.
    """

    def judge(thread: Thread, at: int) -> Settled:
        if not can_reply(actor=actor, thread=thread):
            raise Forbidden("conversation.not_yours_to_answer")
        if seen_n is not None and thread.last_n > seen_n:
            raise Conflict("conversation.moved", field="seen_n", last_n=thread.last_n)
        mark = _waiving(thread, reason, at)

        def close(chain: Chain, receipt: Receipt) -> None:
            deadlines.close_by_waiver(actor=actor, now=now, chain=chain, receipt=receipt, waiving=mark)

        return Settled(facts=mark.facts(), ref=mark.ref(), write=close, turn=Turn.DUTY)

    return settle(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=Kind.WAIVED,
        key=key,
        said={"reason": reason.value},
        judge=judge,
    )


def _waiving(thread: Thread, reason: WaiverReason, at: int) -> Waiving:
    due = thread.obligation
    if due is None:
        raise Conflict("waiver.nothing_open")
    found = clocks.deadline_in_force(obligation=due, at=thread.in_force)
    is_first = began_with(conversation=thread.ref, entry=due.id)
    refuse(refusal_of_waiver(obligation=due, is_first=is_first, deadline=found.deadline, at=at))
    try:
        return waiving(
            obligation=due,
            deadline=found.deadline,
            calendar=found.calendar,
            outages=found.outages,
            stopped=found.stopped,
            at=at,
            reason=reason,
            in_force=clocks.current(code=due.calendar, zone=due.zone, at=thread.in_force),
            overdue_by=thread.overdue_by,
            sampled=clocks.next_mark_is_sampled(seller_id=thread.ref.seller_id, now=from_us(at)),
        )
    except OutsideCalendar as error:
        raise Busy("clock.no_calendar") from error
