"""Approve an erasure: a second administrator orders what the first one asked for."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive import queries as log
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept
from helpdesk.conversations import queries as conversations
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.letters import queries as letters
from helpdesk.reports import queries as reports
from helpdesk.retention.actions.ordering import Order, order
from helpdesk.retention.actions.parts import approvers, refuse_if_held, thread_at
from helpdesk.retention.actions.settling import locked_request, settle
from helpdesk.retention.models import Request
from helpdesk.retention.policies import can_decide_erasure
from helpdesk.retention.queries.subjects import threads_concerned
from helpdesk.retention.terms import Outcome, Scope


def approve_erasure(*, actor: Actor, now: datetime, request: UUID, key: str) -> Kept:
    """The approval's entry; behind it, on each chain concerned, `erased` entries that name what goes.

    All committed at once; the worker carries them out. The same actor and key again give the same approval.
    Raises Forbidden (also for one's own request), NotFound, Conflict (settled; a hold covers it), Busy.
    """
    if not can_decide_erasure(actor=actor):
        raise Forbidden("erasure.decide_not_yours")
    with acting(actor):
        hot.lock_chain(chain=log.house().id)  # holds are placed under the same lock
        row = locked_request(id=request)
        if row.asked_by == actor.person:
            raise Forbidden("erasure.second_person")
        values = {"approvers": approvers(first=row.asked_by, second=actor)}
        kept = settle(actor=actor, now=now, row=row, outcome=Outcome.APPROVED, values=values, key=key)
        if not kept.replayed:
            _order(row, Order(actor=actor, now=now, ground=row.ground, values=values, by=kept.receipt.entry))
    return kept


def _order(row: Request, said: Order) -> None:
    """Every chain concerned, unless a hold forbids it: then nothing of the approval is stored."""
    conversation = Ref(row.seller_id or 0, row.conversation_id or row.id)
    threads = threads_concerned(scope=Scope(row.scope), thread=thread_at(conversation=conversation))
    is_buyers = row.scope == Scope.BUYER
    refuse_if_held(threads=threads, buyer=row.buyer_id if is_buyers else None)
    for thread in threads:
        chains = conversations.chains_of_thread(thread=thread) + letters.letter_chains(thread=thread)
        chains += reports.report_chains(thread=thread)
        order(said=said, chains=chains, only=row.entries if row.scope == Scope.MESSAGES else None)
    if is_buyers:  # what opened no thread when it was refused
        for attempt in conversations.attempts_of_buyer(buyer=row.buyer_id):
            order(said=said, chains=[conversations.chains_of_attempt(attempt=attempt)])
        for given in conversations.handed_over_by(buyer=row.buyer_id):
            order(said=said, chains=[conversations.chain_of_handed_over(row=given)])
        for letter in letters.letters_of_buyer(buyer=row.buyer_id):
            order(said=said, chains=[letters.chain_of_letter(row=letter)])
        for report in reports.reports_of_buyer(buyer=row.buyer_id):
            order(said=said, chains=[reports.chain_of_report(row=report)])
